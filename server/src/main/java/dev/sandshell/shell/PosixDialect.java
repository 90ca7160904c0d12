package dev.sandshell.shell;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.regex.Matcher;
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

    /** Set by the shell itself, or not ours to set. */
    private static final Pattern NOT_RESTORED = Pattern.compile("(?:PPID|_|LINENO|OPTIND|RANDOM|SHLVL|EPOCH\\w*)=.*");

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

    @Override
    public String snapshot() {
        return """
                \\set
                \\export -p
                \\command printf '%s\\n' '#sandshell:aliases'
                \\command alias
                \\command printf '%s\\n' '#sandshell:rest'
                \\readonly -p
                \\command printf 'umask '
                \\command umask
                \\command printf '%s' '\\command cd -- '
                \\command printf "'"
                \\command printf '%s' "${PWD-/}"
                \\command printf "' || \\\\\\\\command cd /\\n"
                \\set +o
                \\trap
                \\:
                """;
    }

    @Override
    public String restore(String stateFile) {
        return dot() + Quoting.quote(stateFile) + "\n";
    }

    /** POSIX can quote neither one variable nor a folder, so they come as they are, and the server quotes them. */
    @Override
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
    public ImmutableSet<String> shadows(String state) {
        ImmutableSet.Builder<String> names = ImmutableSet.builder();
        Matcher matcher = SHADOW.matcher(state);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names.build();
    }

    @Override
    public boolean listsFunctions() {
        return false;
    }

    @Override
    public ImmutableSet<String> impureWords() {
        return IMPURE;
    }
}
