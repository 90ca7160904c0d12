package dev.sandshell.shell;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.regex.Pattern;

/** bash, from 4.4 on. */
final class BashDialect implements DeclaringDialect {
    private static final Pattern SHADOW =
            Pattern.compile("^(?:(\\S+) \\(\\) *|alias (?:-- )?([^=\\s]+)=.*)$", Pattern.MULTILINE);

    private static final ImmutableSet<String> IMPURE = ImmutableSet.copyOf(
            ". alias bg bind break builtin caller case cd command compgen complete compopt continue coproc declare dirs"
                    .concat(" disown do done elif else enable esac eval exec exit export fc fg fi for function getopts")
                    .concat(" hash help history if in jobs kill let local logout mapfile popd printf pushd read")
                    .concat(" readarray readonly return select set shift shopt source suspend then time times trap")
                    .concat(" type typeset ulimit umask unalias unset until wait while")
                    .split(" "));

    /**
     * Prints all that {@code set -o} knows, but for the history: turned on in the midst of a state, it would remember the rest
     * of that as what the user has typed. At a prompt it is on by itself.
     */
    private static final String OPTIONS = """
            \\builtin shopt -po allexport braceexpand emacs errexit errtrace functrace hashall histexpand ignoreeof \
            interactive-comments keyword monitor noclobber noexec noglob nolog notify nounset onecmd physical pipefail \
            posix privileged verbose vi xtrace
            [[ -o history ]] || \\builtin printf '%s\\n' '\\builtin set +o history'
            """;

    @Override
    public String name() {
        return "bash";
    }

    @Override
    public ImmutableList<String> arguments(boolean readsUserFiles) {
        return readsUserFiles
                ? ImmutableList.of("--noediting", "-i")
                : ImmutableList.of("--noprofile", "--norc", "--noediting", "-i");
    }

    @Override
    public String builtin() {
        return "\\builtin ";
    }

    @Override
    public String dot() {
        return "\\builtin . ";
    }

    @Override
    public String initialization() {
        // Our control lines are not the user's commands, so they must not get into a history; the one that runs this is
        // in it.
        return """
                \\builtin set +o history
                \\builtin unset -v HISTFILE
                \\builtin history -c
                """;
    }

    /**
     * The order is what reading back needs. Functions come before the options, since the one that some need for their
     * grammar may be off again; aliases after the functions, since they would be expanded in their bodies; {@code set -e}
     * and the traps last, since they would act on the restoring itself. The directory stack is first made as long as it
     * was, and then filled: there is no variable to count with that would not be the user's.
     *
     * <p>A coprocess without a name, of a simple command, is printed with the name {@code COPROC}, which is then read as the
     * command's own first word; so that word is nothing while functions are read.
     */
    @Override
    public String snapshot() {
        return """
                \\builtin declare -p
                \\builtin printf '%s\\n' '\\builtin unalias -a'
                \\builtin printf '%s\\n' '\\builtin shopt -s extglob expand_aliases' '\\builtin alias COPROC='
                \\builtin declare -f
                \\builtin printf '%s\\n' '\\builtin unalias COPROC'
                \\builtin declare -F
                \\builtin shopt -p
                \\builtin alias -p
                \\builtin umask -p
                \\builtin printf '\\\\builtin dirs -c\\n\\\\builtin cd -- %q || \\\\builtin cd /\\n' "$PWD"
                [[ ${#DIRSTACK[@]} -gt 1 ]] && {
                \\builtin printf '\\\\builtin pushd -n -- %q\\n' "${DIRSTACK[@]:1}"
                \\builtin printf 'DIRSTACK=('
                \\builtin printf '%q ' "${DIRSTACK[@]}"
                \\builtin printf ')\\n'
                }
                \\builtin printf 'OLDPWD=%q\\n' "${OLDPWD-}"
                """ + OPTIONS + "\\builtin trap -p\n";
    }

    @Override
    public String declaration() {
        return "declare -p ";
    }

    @Override
    public Pattern shadow() {
        return SHADOW;
    }

    @Override
    public ImmutableSet<String> impureWords() {
        return IMPURE;
    }
}
