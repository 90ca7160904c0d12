package dev.sandshell.shell;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.sandshell.session.ShellHoldings;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What POSIX knows: dash, busybox ash, and a {@code sh} of any kind. POSIX has no way to print functions, so those do not
 * outlive their process; variables, aliases, options, umask, traps and the folder do.
 */
final class PosixDialect implements Dialect {
    private static final Pattern SHADOW = Pattern.compile("^alias (?:-- )?([^=\\s]+)=.*$", Pattern.MULTILINE);

    private static final ImmutableSet<String> IMPURE = ImmutableSet.copyOf(
            ". alias bg break case cd chdir command continue do done elif else esac eval exec exit export fc fg fi for"
                    .concat(" function getopts hash help history if in jobs kill let local printf read readonly return")
                    .concat(" set shift source then time times trap type typeset ulimit umask unalias unset until wait")
                    .concat(" while {")
                    .split(" "));

    private final String name;

    PosixDialect(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ImmutableList<String> arguments(boolean readsUserFiles) {
        return ImmutableList.of("-i");
    }

    /** Special builtins come before functions by themselves; the others have to be asked for. */
    @Override
    public String builtin() {
        return "\\command ";
    }

    @Override
    public String dot() {
        return "\\. ";
    }

    @Override
    public String initialization() {
        return "HISTFILE=/dev/null\n\\unset HISTFILE\n";
    }

    /** dash ends with {@code set -e} where a script returns a status, also before {@code ||}; so that costs a process. */
    @Override
    public String status(String script, int status, boolean endsOnError) {
        return endsOnError ? "(\\exit " + status + ")" : Dialect.super.status(script, status, false);
    }

    /** Has it say which jobs have ended while that still goes nowhere; it would say so in the command's own output. */
    @Override
    public String beforeCommand() {
        return "\\:\n";
    }

    /** A child of a child is in nobody's table. As POSIX has it without job control, it ignores an interrupt. */
    @Override
    public String inBackground(String job, String report) {
        return "( " + job + " & " + report + " )\n";
    }

    /** {@code .} takes no arguments here, and a variable would be the user's; so the status goes into the text. */
    @Override
    public String hook(String script) {
        return "\\eval \"\\\\. " + Quoting.quote(script) + "; (exit $?)\"";
    }

    @Override
    public boolean unwindsBeforeExitTrap() {
        return true;
    }

    /** A redirection that outlasts the script: the user's own trap comes next. */
    @Override
    public String endOfHook(String output) {
        return output.isEmpty() ? "" : "\\exec" + output + "\n";
    }

    /**
     * What POSIX prints without quoting, or without the command that takes it back, goes into here-documents. An alias of
     * several lines is lost.
     */
    @Override
    public String snapshot() {
        return """
                \\set
                \\export -p
                \\readonly -p
                \\command printf 'umask '
                \\command umask
                \\command printf '%s\\n' 'while IFS= \\read -r _s; do \\eval "\\alias $_s"; done <<"sandshell aliases"'
                \\command alias
                \\command printf '%s\\n' 'sandshell aliases' 'IFS= \\read -r _s <<"sandshell folder"' "${PWD-/}"
                \\command printf '%s\\n' 'sandshell folder' '\\cd -- "$_s" || \\cd /' '\\unset _s'
                \\set +o
                \\trap
                \\:
                """;
    }

    /** POSIX can quote neither one variable nor a folder, so they come as they are, and the server quotes them. */
    @Override
    @SuppressWarnings("OrphanedFormatString") // The shell's own printf is meant.
    public String saving(List<String> names, boolean savesFolder) {
        StringBuilder script = new StringBuilder("\\command printf '%s\\0' \"");
        script.append(savesFolder ? "${PWD-}" : "").append("\" \"${OLDPWD+x}${OLDPWD-}\"");
        for (String variable : names) {
            script.append(" \"${")
                    .append(variable)
                    .append("+x}${")
                    .append(variable)
                    .append("-}\"");
        }
        return script.append("\n\\export -p\n").toString();
    }

    @Override
    public String undoing(List<String> names, String saved) {
        String[] fields = saved.split("\0", -1);
        if (fields.length < names.size() + 3) {
            return "";
        }
        String exported = fields[names.size() + 2];
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            String variable = names.get(i);
            String before = fields[i + 2];
            script.append("\\unset ").append(variable).append('\n');
            if (!before.isEmpty()) {
                boolean wasExported = Pattern.compile(
                                "^export " + variable + "(?:=.*)?$", Pattern.MULTILINE | Pattern.DOTALL)
                        .matcher(exported)
                        .find();
                script.append(wasExported ? "\\export " : "")
                        .append(variable)
                        .append('=')
                        .append(Quoting.quote(before.substring(1)))
                        .append('\n');
            }
        }
        if (!fields[0].isEmpty()) {
            script.append("\\command cd -- ").append(Quoting.quote(fields[0])).append('\n');
            if (!fields[1].isEmpty()) {
                script.append("OLDPWD=")
                        .append(Quoting.quote(fields[1].substring(1)))
                        .append('\n');
            }
        }
        return script.toString();
    }

    @Override
    public Pattern shadow() {
        return SHADOW;
    }

    @Override
    public boolean listsFunctions() {
        return false;
    }

    @Override
    public ShellHoldings holdings(String state) {
        return HoldingsReader.ofPosix(state);
    }

    @Override
    public ImmutableSet<String> impureWords() {
        return IMPURE;
    }
}
