package dev.sandshell.shell;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.sandshell.session.ShellHoldings;
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
            posix privileged verbose vi xtrace || \\builtin :
            [[ -o history ]] || \\builtin printf '%s\\n' '\\builtin set +o history'
            """;

    /** The line that disables is the same in the state as here; the state brings the variable along. */
    private static final String LAST = """
            [[ ${BASH_ALIASES[trap]+x} ]] || \\builtin shopt -p expand_aliases || \\builtin :
            \\builtin trap -p
            [[ ! ${BASH_ALIASES[trap]+x} ]] || \\builtin shopt -p expand_aliases || \\builtin :
            [[ ! ${_sandshell_disabled+x} ]] || {
            \\builtin printf '\\\\builtin unset -v _sandshell_disabled; \\\\builtin enable -n'
            \\builtin printf ' %s' "${_sandshell_disabled[@]#enable -n }"
            \\builtin printf '\\n'
            \\builtin eval '\\builtin unset -v _sandshell_disabled; \\builtin enable -n' "${_sandshell_disabled[@]#enable -n }"
            }
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
     * grammar may be off again; aliases after the functions, since they would be expanded in their bodies, and
     * with their expansion off, since it would reach the lines that follow; {@code set -e}
     * and the traps last, since they would act on the restoring itself. The directory stack is first made as long as it
     * was, and then filled: there is no variable to count with that would not be the user's.
     *
     * <p>Builtins that the user has disabled are there while this runs, and while it is read, and are disabled again at the
     * end of either. Which those are is read from the file that this prints to, since all else takes a process.
     *
     * <p>The variable {@code POSIXLY_CORRECT} turns POSIX mode on, in which not every name is one of a function; so that is
     * off until the options come.
     *
     * <p>A coprocess without a name, of a simple command, is printed with the name {@code COPROC}, which is then read as the
     * command's own first word; so that word is nothing while functions are read.
     */
    @Override
    public String snapshot() {
        return """
                \\builtin enable -n
                [[ -s /dev/stdout ]] && {
                \\builtin enable mapfile printf
                \\builtin mapfile -t _sandshell_disabled </dev/stdout
                \\builtin enable "${_sandshell_disabled[@]#enable -n }"
                \\builtin printf '\\\\builtin enable %s\\n' "${_sandshell_disabled[@]#enable -n }"
                }
                \\builtin declare -p
                \\builtin printf '%s\\n' '\\builtin set +o posix' '\\builtin unalias -a'
                \\builtin printf '%s\\n' '\\builtin shopt -s extglob expand_aliases' '\\builtin alias COPROC='
                \\builtin declare -f
                \\builtin printf '%s\\n' '\\builtin unalias COPROC'
                \\builtin declare -F
                \\builtin shopt -p
                \\builtin printf '%s\\n' '\\builtin shopt -u expand_aliases'
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
                """ + OPTIONS + LAST;
    }

    /** In a child, since the option has more effects than this. */
    @Override
    public String functionSource(String name) {
        return "( \\builtin shopt -s extdebug; \\builtin declare -F -- " + name + " )\n";
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
    public ShellHoldings holdings(String state) {
        return HoldingsReader.ofBash(state);
    }

    @Override
    public ImmutableSet<String> impureWords() {
        return IMPURE;
    }
}
