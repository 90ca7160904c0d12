package dev.sandshell.shell;

/** How zsh writes down its state, and how that is made such that zsh can read it. Pure. */
final class ZshSnapshot {
    /**
     * Prints the state. zsh's special parameters are mostly read-only or tied to another one; those that a user sets are
     * named. What {@code typeset -p} would round, or not show, is printed by hand.
     *
     * <p>What is printed is read with the options of a fresh shell, so it is quoted with those, whatever the user's are, and
     * without aliases, which mean something only from the end on. Each function stands alone: zsh can hold one that it cannot
     * read back, which would end the script. While they are read nothing begins a comment, as nothing does at a prompt, where
     * some were typed.
     *
     * <p>A named directory that follows a variable follows it again, once it has been named.
     *
     * <p>Options are set outside of a function, whose end would undo some of them; those that end a script at an error come
     * last, since they would act on the restoring itself, and no line here may fail where they are on. Some cannot be set
     * at all.
     *
     * <p>Builtins and reserved words that the user has disabled are there while this runs, and are disabled again at its end;
     * in between one variable tells which. Where there are none, nothing here has a variable of its own, which would hide one
     * of the user's.
     */
    static final String SCRIPT = """
            \\builtin zmodload -F zsh/parameter p:parameters p:functions p:aliases p:galiases p:saliases p:options \\
              p:nameddirs p:dis_functions p:dis_aliases p:dis_galiases p:dis_saliases p:dis_builtins p:dis_reswords \\
              2>/dev/null || (( 1 ))
            (( ! ${#dis_builtins[@]} && ! ${#dis_reswords[@]} )) || {
              _sandshell_disabling='\\builtin unset _sandshell_disabling'
              _sandshell_disabling+="; \\\\builtin disable -r -- ${(j: :)${(@kq)dis_reswords[@]}} >/dev/null || (( 1 ))"
              _sandshell_disabling+="; \\\\builtin disable -- ${(j: :)${(@kq)dis_builtins[@]}} >/dev/null || (( 1 ))"
              \\builtin enable -- "${(@k)dis_builtins[@]}" >/dev/null
              \\builtin enable -r -- "${(@k)dis_reswords[@]}" >/dev/null
            }
            () {
              \\builtin emulate -L zsh -o extendedglob -o printeightbit
              \\builtin typeset -p -- ${(k)parameters[(R)^*(special|local|undefined|float|hideval)*]} $@
              \\builtin set -- ${(k)parameters[(R)*(float|hideval)*~*(special|local|undefined)*]}
              while (( $# )); do
                \\builtin printf '%s' 'typeset -g'
                [[ ${(Pt)1} != *-readonly* ]] || \\builtin printf r
                [[ ${(Pt)1} != *-export* ]] || \\builtin printf x
                [[ ${(Pt)1} != *-tag* ]] || \\builtin printf t
                [[ ${(Pt)1} != *-hideval* ]] || \\builtin printf H
                [[ ${(Pt)1} != *-unique* ]] || \\builtin printf U
                [[ ${(Pt)1} != *-lower* ]] || \\builtin printf l
                [[ ${(Pt)1} != *-upper* ]] || \\builtin printf u
                [[ ${(Pt)1} != *-left* ]] || \\builtin printf 'L%d -g' ${#${(P)1}}
                [[ ${(Pt)1} != *-right_blanks* ]] || \\builtin printf 'R%d -g' ${#${(P)1}}
                [[ ${(Pt)1} != *-right_zeros* ]] || \\builtin printf 'Z%d -g' ${#${(P)1}}
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
            } PATH CDPATH FPATH IFS HOME TERM PS1 PS2 PS3 PS4 RPS1 RPS2 SPROMPT PSVAR WORDCHARS NULLCMD READNULLCMD \\
              HISTSIZE TMPPREFIX KEYTIMEOUT LANG LC_ALL LC_COLLATE LC_CTYPE LC_MESSAGES LC_NUMERIC LC_TIME MANPATH \\
              MODULE_PATH FIGNORE MAILPATH DIRSTACKSIZE TIMEFMT REPORTTIME LISTMAX TERMINFO 2>/dev/null
            \\builtin printf '%s\\n' '\\builtin unalias -m "*"' '\\builtin unalias -s -m "*"' "histchars='!^'" '\\builtin unsetopt aliases'
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
                (( ! ${+dis_functions[$1]} )) || \\builtin print -r -- "\\\\builtin disable -f -- ${(q)1}"
                \\builtin shift 2
              done
              \\builtin print -r -- "histchars=${(qq)${histchars-!^#}}"
            } "${(@kv)dis_functions[@]}" "${(@kv)functions[@]}"
            () {
              \\builtin emulate -L zsh
              while (( $# )); do
                \\builtin print -r -- "\\\\builtin alias -- ${(q)1}=${(qq)2}"
                (( ! ${+dis_aliases[$1]} )) || \\builtin print -r -- "\\\\builtin disable -a -- ${(q)1}"
                \\builtin shift 2
              done
            } "${(@kv)dis_aliases[@]}" "${(@kv)aliases[@]}"
            () {
              \\builtin emulate -L zsh
              while (( $# )); do
                \\builtin print -r -- "\\\\builtin alias -g -- ${(q)1}=${(qq)2}"
                (( ! ${+dis_galiases[$1]} )) || \\builtin print -r -- "\\\\builtin disable -a -- ${(q)1}"
                \\builtin shift 2
              done
            } "${(@kv)dis_galiases[@]}" "${(@kv)galiases[@]}"
            () {
              \\builtin emulate -L zsh
              while (( $# )); do
                \\builtin print -r -- "\\\\builtin alias -s -- ${(q)1}=${(qq)2}"
                (( ! ${+dis_saliases[$1]} )) || \\builtin print -r -- "\\\\builtin disable -s -- ${(q)1}"
                \\builtin shift 2
              done
            } "${(@kv)dis_saliases[@]}" "${(@kv)saliases[@]}"
            () {
              \\builtin emulate -L zsh
              while (( $# )); do
                if [[ $1 != (PWD|OLDPWD) && ${parameters[$1]-} = scalar* && ${(P)1} = "$2" ]]; then
                  \\builtin print -r -- "[[ -n ~$1 ]]"
                elif [[ $1 != (PWD|OLDPWD) ]]; then
                  \\builtin print -r -- "\\\\builtin hash -d -- ${(q)1}=${(q)2}"
                fi
                \\builtin shift 2
              done
            } "${(@kv)nameddirs[@]}"
            \\builtin printf '\\\\builtin umask '
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
                  (singlecommand|onecmd|exec|errexit|errreturn|aliases) ;;
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
            \\builtin printf '\\\\builtin disable -p -- '
            \\builtin disable -p
            \\builtin printf '\\n'
            [[ ! -o errexit ]] || \\builtin printf '\\\\builtin setopt errexit\\n'
            [[ ! -o errreturn ]] || \\builtin printf '\\\\builtin setopt errreturn\\n'
            [[ ! -o aliases ]] || \\builtin printf '\\\\builtin setopt aliases; '
            \\builtin printf '%s\\n' "${_sandshell_disabling-}"
            (( ! ${+_sandshell_disabling} )) || \\builtin eval "$_sandshell_disabling"
            (( 1 ))
            """;

    /** What {@link #SCRIPT} prints after the variables. */
    private static final String AFTER_VARIABLES = "\n\\builtin unalias -m ";

    private static final String TRAP = "\ntrap -- $'";

    /** How zsh prints the byte 0x1c between {@code $'} and {@code '}, and cannot read it: there it means another one. */
    private static final String FILE_SEPARATOR = "\\C-\\";

    private static final String READABLE = "\\x1c";

    private ZshSnapshot() {}

    /** A state, or variables alone, with every byte in a form that zsh can read. */
    static String readable(String printed) {
        if (!printed.contains(FILE_SEPARATOR)) {
            return printed;
        }
        int end = printed.indexOf(AFTER_VARIABLES);
        StringBuilder text = new StringBuilder();
        int at = appendVariables(text, printed, end < 0 ? printed.length() : end);
        int trap = printed.indexOf(TRAP, at);
        while (trap >= 0) {
            int word = trap + TRAP.length();
            text.append(printed, at, word);
            at = appendEscapes(text, printed, word);
            trap = printed.indexOf(TRAP, at);
        }
        return text.append(printed, at, printed.length()).toString();
    }

    /** Nothing but words and quotes; other quotes than {@code $'} hold nothing that would have to be changed. */
    private static int appendVariables(StringBuilder text, String printed, int end) {
        int at = 0;
        while (at < end) {
            char c = printed.charAt(at);
            if (printed.startsWith("$'", at)) {
                text.append("$'");
                at = appendEscapes(text, printed, at + 2);
            } else {
                int next = at + 1;
                if (c == '\\') {
                    next++;
                } else if (c == '\'') {
                    next = printed.indexOf('\'', next) + 1;
                }
                next = next <= at || next > end ? end : next;
                text.append(printed, at, next);
                at = next;
            }
        }
        return at;
    }

    /** What is within {@code $'} and {@code '}, the latter included. */
    private static int appendEscapes(StringBuilder text, String printed, int from) {
        int at = from;
        while (at < printed.length()) {
            if (printed.startsWith(FILE_SEPARATOR, at)) {
                text.append(READABLE);
                at += FILE_SEPARATOR.length();
            } else {
                boolean isEnd = printed.charAt(at) == '\'';
                int next = Math.min(printed.length(), at + (printed.charAt(at) == '\\' ? 2 : 1));
                text.append(printed, at, next);
                at = next;
                if (isEnd) {
                    break;
                }
            }
        }
        return at;
    }
}
