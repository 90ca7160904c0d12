package dev.sandshell.live;

import com.google.common.collect.ImmutableSortedSet;

/** The builtins and reserved words of a shell, as its manual lists them. */
record ShellWords(ImmutableSortedSet<String> builtins, ImmutableSortedSet<String> keywords) {
    private static final String POSIX =
            ". : [ alias bg break cd command continue echo eval exec exit export false fc fg getopts"
                    + " hash jobs kill printf pwd read readonly return set shift test times trap true type ulimit umask unalias unset"
                    + " wait";

    private static final String POSIX_KEYWORDS = "! case do done elif else esac fi for if in then until while { }";

    private static final ShellWords SH = of(POSIX + " local", POSIX_KEYWORDS);

    private static final ShellWords BASH = of(
            POSIX
                    + " bind builtin caller compgen complete compopt declare dirs disown enable help history let local logout"
                    + " mapfile popd pushd readarray shopt source suspend typeset",
            POSIX_KEYWORDS + " [[ ]] coproc function select time");

    private static final ShellWords ZSH = of(
            POSIX
                    + " autoload bindkey builtin bye chdir compctl declare dirs disable disown emulate enable float functions"
                    + " getln history integer let limit local log logout popd print pushd pushln r rehash sched setopt source"
                    + " suspend typeset unfunction unhash unlimit unsetopt vared whence where which zcompile zformat zle"
                    + " zmodload zparseopts zstyle",
            POSIX_KEYWORDS + " [[ ]] coproc end foreach function nocorrect repeat select time");

    static ShellWords of(String shell) {
        return switch (shell) {
            case "bash" -> BASH;
            case "zsh" -> ZSH;
            default -> SH;
        };
    }

    private static ShellWords of(String builtins, String keywords) {
        return new ShellWords(
                ImmutableSortedSet.copyOf(builtins.split(" ")), ImmutableSortedSet.copyOf(keywords.split(" ")));
    }
}
