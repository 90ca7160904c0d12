package dev.sandshell.shell;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.regex.Pattern;

/** zsh, from 5.3 on. */
final class ZshDialect implements DeclaringDialect {
    private static final String EXIT_FUNCTION = "TRAPEXIT";

    /** The user's {@link #EXIT_FUNCTION} while our hook has its place. */
    private static final String EXIT_COPY = "_sandshell_TRAPEXIT";

    private static final Pattern SHADOW = Pattern.compile(
            "^(?:\\\\builtin eval -- '(\\S+) \\(\\) \\{|alias (?:-[gs] )?(?:-- )?([^=\\s]+)=.*)$", Pattern.MULTILINE);

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
     * zsh's special parameters are mostly read-only or tied to another one; those that a user sets are named. What
     * {@code typeset -p} would round, or not show, is printed by hand. Nothing of that has a variable of its own, which
     * would hide one of the user's.
     *
     * <p>What is printed is read with the options of a fresh shell, so it is quoted with those, whatever the user's are.
     * Each function stands alone: zsh can hold one that it cannot read back, which would end the script. While they are
     * read nothing begins a comment, as nothing does at a prompt, where some were typed.
     *
     * <p>Options are set outside of a function, whose end would undo some of them; those that end a script at an error come
     * last, since they would act on the restoring itself, and no line here may fail where they are on. Some cannot be set
     * at all.
     */
    @Override
    public String snapshot() {
        return """
                \\builtin zmodload -F zsh/parameter p:parameters p:functions p:aliases p:galiases p:saliases p:options \\
                  2>/dev/null || \\builtin true
                () {
                  \\builtin emulate -L zsh -o extendedglob
                  () {
                    \\builtin emulate -L zsh -o printeightbit
                    while (( $# )); do
                      if [[ ${(Pt)1} != (float*|*-hideval*) && "${(Pkv)1}" != *$'\\x1c'* ]]; then
                        \\builtin typeset -p -- $1
                        \\builtin shift
                        continue
                      fi
                      \\builtin printf '%s' 'typeset -g'
                      [[ ${(Pt)1} != *-readonly* ]] || \\builtin printf r
                      [[ ${(Pt)1} != *-export* ]] || \\builtin printf x
                      [[ ${(Pt)1} != *-tag* ]] || \\builtin printf t
                      [[ ${(Pt)1} != *-hideval* ]] || \\builtin printf H
                      [[ ${(Pt)1} != *-unique* ]] || \\builtin printf U
                      [[ ${(Pt)1} != *-lower* ]] || \\builtin printf l
                      [[ ${(Pt)1} != *-upper* ]] || \\builtin printf u
                      case ${(Pt)1}:${(P)1} in
                        (float*:*e*) \\builtin print -r -- "E${#${${(P)1}%e*}//[^0-9]} $1=$(( $1 ))" ;;
                        (float*:*.*) \\builtin print -r -- "F${#${(P)1}#*.} $1=$(( $1 ))" ;;
                        (float*) \\builtin print -r -- "F $1=$(( $1 ))" ;;
                        (integer*) \\builtin print -r -- "i $1=$(( $1 ))" ;;
                        (array*) \\builtin print -r -- "a $1=(" "${(@Pqq)1}" ')' ;;
                        (association*) \\builtin print -r -- "A $1=(" "${(@Pkvqq)1}" ')' ;;
                        (*) \\builtin print -r -- " $1=${(Pqq)1}" ;;
                      esac
                      \\builtin shift
                    done
                  } ${(k)parameters[(R)^*(special|local|undefined)*]} ${(@)@} 2>/dev/null
                } PATH CDPATH FPATH IFS HOME TERM PS1 PS2 PS3 PS4 RPS1 RPS2 SPROMPT PSVAR WORDCHARS NULLCMD READNULLCMD \\
                  HISTSIZE TMPPREFIX KEYTIMEOUT LANG LC_ALL LC_COLLATE LC_CTYPE LC_MESSAGES LC_NUMERIC LC_TIME MANPATH \\
                  MODULE_PATH FIGNORE MAILPATH DIRSTACKSIZE TIMEFMT REPORTTIME LISTMAX TERMINFO
                \\builtin printf '%s\\n' '\\builtin unalias -m "*"' '\\builtin unalias -s -m "*"' "histchars='!^'"
                () {
                  \\builtin emulate -L zsh
                  while (( $# )); do
                    2="${(q)1} () {"$'\\n'$2$'\\n}'
                    \\builtin print -r -- "\\\\builtin eval -- ${(qq)2}"
                    if [[ $2 = *' }'* ]]; then
                      \\builtin print -r -- '[[ $? = 0 ]] || \\builtin setopt ignorebraces'
                      \\builtin print -r -- "[[ ! -o ignorebraces ]] || \\\\builtin eval -- ${(qq)2}"
                      \\builtin print -r -- '\\builtin unsetopt ignorebraces'
                    fi
                    \\builtin shift 2
                  done
                  \\builtin print -r -- "histchars=${(qq)${histchars-!^#}}"
                } "${(@kv)functions[@]}"
                () {
                  \\builtin emulate -L zsh
                  while (( $# )); do
                    \\builtin print -r -- "alias -- ${(q)1}=${(qq)2}"
                    \\builtin shift 2
                  done
                } "${(@kv)aliases[@]}"
                () {
                  \\builtin emulate -L zsh
                  while (( $# )); do
                    \\builtin print -r -- "alias -g -- ${(q)1}=${(qq)2}"
                    \\builtin shift 2
                  done
                } "${(@kv)galiases[@]}"
                () {
                  \\builtin emulate -L zsh
                  while (( $# )); do
                    \\builtin print -r -- "alias -s -- ${(q)1}=${(qq)2}"
                    \\builtin shift 2
                  done
                } "${(@kv)saliases[@]}"
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
                case ${options[rcquotes]}:${options[printeightbit]} in
                  (on:on)
                    \\builtin unsetopt rcquotes
                    \\builtin trap
                    \\builtin setopt rcquotes ;;
                  (on:off)
                    \\builtin setopt norcquotes printeightbit
                    \\builtin trap
                    \\builtin setopt rcquotes noprinteightbit ;;
                  (off:on)
                    \\builtin trap ;;
                  (off:off)
                    \\builtin setopt printeightbit
                    \\builtin trap
                    \\builtin unsetopt printeightbit ;;
                esac
                [[ ! -o errexit ]] || \\builtin printf '\\\\builtin setopt errexit\\n'
                [[ ! -o errreturn ]] || \\builtin printf '\\\\builtin setopt errreturn\\n'
                \\builtin true
                """;
    }

    @Override
    public boolean trapsByFunction() {
        return true;
    }

    /** A trap that is a function, which would go with a trap that is none, goes on by another name behind the hook. */
    @Override
    public String arming(String hook, String own) {
        String copy =
                own.contains(EXIT_COPY) ? "" : "\\builtin unfunction " + EXIT_COPY + " 2>/dev/null || \\builtin :\n";
        return "if (( ${+functions[" + EXIT_FUNCTION + "]} )); then\n"
                + copying(EXIT_FUNCTION, EXIT_COPY)
                + "\\builtin trap -- " + Quoting.quote(hook + "\n" + EXIT_COPY + " 0") + " EXIT\n"
                + "else\n" + copy + DeclaringDialect.super.arming(hook, own) + "fi\n";
    }

    /** Only a function that is defined by its name is a trap; then it may become any other. */
    @Override
    public String disarming(String own) {
        return "if (( ${+functions[" + EXIT_COPY + "]} )); then\n"
                + EXIT_FUNCTION + " () {\n\\builtin :\n}\n"
                + copying(EXIT_COPY, EXIT_FUNCTION)
                + "\\builtin unfunction " + EXIT_COPY + "\n"
                + "else\n" + DeclaringDialect.super.disarming(own) + "fi\n";
    }

    /** As it is from 5.8 on; before, by way of its text. */
    private static String copying(String from, String to) {
        return "\\builtin functions -c " + from + " " + to + " 2>/dev/null || functions[" + to + "]=${functions[" + from
                + "]}\n";
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
