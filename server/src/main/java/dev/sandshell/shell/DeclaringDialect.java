package dev.sandshell.shell;

import java.util.List;

/** A shell that can print one variable as the command that brings it back, attributes and all; so can bash and zsh. */
interface DeclaringDialect extends Dialect {
    /** The builtin that prints a variable, up to its name. */
    String declaration();

    @Override
    default String saving(List<String> names, boolean savesFolder) {
        StringBuilder script = new StringBuilder();
        for (String name : names) {
            script.append("\\builtin printf '%s\\n' '\\builtin unset -v ")
                    .append(name)
                    .append("'\n")
                    .append("\\builtin ")
                    .append(declaration())
                    .append(name)
                    .append('\n');
        }
        if (savesFolder) {
            script.append("\\builtin printf '\\\\builtin ")
                    .append(folderChange())
                    .append("%q\\n' \"$PWD\"\n")
                    .append("\\builtin printf 'OLDPWD=%q\\n' \"${OLDPWD-}\"\n");
        }
        return script.toString();
    }
}
