package dev.sandshell.shell;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.regex.Pattern;

/** zsh, from 5.3 on. */
final class ZshDialect implements DeclaringDialect {
    private static final Pattern SHADOW =
            Pattern.compile("^(?:(\\S+) \\(\\) \\{|alias (?:-[gs] )?([^=\\s]+)=.*)$", Pattern.MULTILINE);

    private static final ImmutableSet<String> IMPURE = ImmutableSet.copyOf(
            ". alias autoload bg bindkey break builtin bye case cd chdir command compctl continue coproc declare dirs"
                    .concat(" disable disown do done echotc echoti elif else emulate enable end esac eval exec exit")
                    .concat(" export false fc fg fi float for foreach function functions getln getopts hash history if")
                    .concat(" integer jobs kill let limit local log logout nocorrect noglob popd print printf pushd")
                    .concat(" pushln r read readonly rehash repeat return sched select set setopt shift source stat")
                    .concat(" suspend then time times trap ttyctl type typeset ulimit umask unalias unfunction unhash")
                    .concat(" unlimit unset unsetopt until vared wait whence where which while zcompile zformat zle")
                    .concat(" zmodload zparseopts zprof zpty zregexparse zsocket zstat zstyle ztcp - [[ {")
                    .split(" "));

    @Override
    public String name() {
        return "zsh";
    }

    /**
     * {@code +Z} is the line editor, which would read the terminal instead of our FIFO. The other two would put a mark and
     * a line's worth of spaces on the terminal before each prompt, which itself goes nowhere.
     */
    @Override
    public ImmutableList<String> arguments(boolean readsUserFiles) {
        ImmutableList<String> quietly = ImmutableList.of("+Z", "-i", "+o", "prompt_sp", "+o", "prompt_cr");
        return readsUserFiles
                ? quietly
                : ImmutableList.<String>builder().add("-f").addAll(quietly).build();
    }

    @Override
    public String builtin() {
        return "\\builtin ";
    }

    @Override
    public String dot() {
        return "\\builtin . ";
    }

    /**
     * At the first {@code exit} with jobs in the background zsh only warns, and at the second it kills them; neither is
     * for a caller that cannot see the warning.
     */
    @Override
    public String initialization() {
        return """
                \\builtin unset HISTFILE
                SAVEHIST=0
                \\builtin setopt no_check_jobs no_hup no_prompt_sp no_prompt_cr
                """;
    }

    /**
     * zsh's special parameters are mostly read-only or tied to another one; those that a user sets are named. Options are
     * set outside of a function, whose end would undo some of them; those that end a script at an error come last, since
     * they would act on the restoring itself, and no line here may fail where they are on. Some cannot be set at all.
     */
    @Override
    public String snapshot() {
        return """
                \\builtin zmodload -F zsh/parameter p:parameters 2>/dev/null
                () {
                  \\builtin emulate -L zsh -o extendedglob
                  \\builtin typeset -p -- ${(k)parameters[(R)^*(special|local|hide|autoload)*]} PATH CDPATH FPATH IFS HOME \\
                    TERM PS1 PS2 PS3 PS4 RPS1 RPS2 SPROMPT PSVAR WORDCHARS NULLCMD READNULLCMD HISTSIZE TMPPREFIX \\
                    KEYTIMEOUT LANG LC_ALL LC_COLLATE LC_CTYPE LC_MESSAGES LC_NUMERIC LC_TIME MANPATH MODULE_PATH \\
                    FIGNORE MAILPATH DIRSTACKSIZE TIMEFMT REPORTTIME LISTMAX histchars TERMINFO 2>/dev/null || \\builtin true
                }
                \\builtin printf '%s\\n' '\\builtin unalias -m "*"'
                \\builtin functions || \\builtin true
                \\builtin alias -L || \\builtin true
                \\builtin printf 'umask '
                \\builtin umask
                () {
                  \\builtin emulate -L zsh
                  \\builtin print -r -- "\\\\builtin cd -q -- ${(q)PWD} || \\\\builtin cd -q /"
                  \\builtin print -r -- "OLDPWD=${(q)OLDPWD-}"
                  \\builtin print -r -- "dirstack=(${(j: :)${(@q)dirstack}})"
                }
                () {
                  \\builtin emulate -L zsh
                  \\builtin local name value on off
                  for name value; do
                    case $name in
                      (interactive|monitor|shinstdin|stdin|rcs|zle|login|privileged|restricted) ;;
                      (singlecommand|onecmd|exec|errexit|errreturn) ;;
                      (*) [[ $value = on ]] && on+=" $name" || off+=" $name" ;;
                    esac
                  done
                  \\builtin print -r -- "\\\\builtin setopt$on"
                  \\builtin print -r -- "\\\\builtin unsetopt$off"
                } "${(@kv)options[@]}"
                \\builtin trap
                [[ ! -o errexit ]] || \\builtin printf '\\\\builtin setopt errexit\\n'
                [[ ! -o errreturn ]] || \\builtin printf '\\\\builtin setopt errreturn\\n'
                \\builtin true
                """;
    }

    @Override
    public String declaration() {
        return "typeset -p ";
    }

    @Override
    public String inBackground(String job, String report) {
        return job + " &!\n" + report + "\n";
    }

    /** Without {@code chpwd} and its like: a folder for one call is not the user's change of folder. */
    @Override
    public String folderChange() {
        return "cd -q -- ";
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
