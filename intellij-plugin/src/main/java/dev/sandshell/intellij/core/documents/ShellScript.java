package dev.sandshell.intellij.core.documents;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that are shell scripts, and what runs them: that is told by their first line, or else by their name. */
public final class ShellScript {
    /** The longest first line that is looked at, in characters. */
    private static final int FIRST_LINE = 256;

    private static final Map<String, String> BY_EXTENSION =
            Map.of("sh", "sh", "bash", "bash", "zsh", "zsh", "ksh", "ksh", "command", "sh");

    private static final Pattern SHEBANG =
            Pattern.compile("#!\\s*((?:\\S*/)?(?:env\\s+(?:-S\\s+)?)?(?:\\S*/)?(?:ba|z|k|da|a)?sh(?:\\s.*)?)");

    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

    private ShellScript() {}

    /** What runs a file, such as {@code /bin/bash -e}; nothing where it is no shell script. */
    public static Optional<String> interpreter(String fileName, CharSequence text) {
        String first = firstLine(text);
        if (first.startsWith("#!")) {
            Matcher shebang = SHEBANG.matcher(first);
            return shebang.matches() ? Optional.of(shebang.group(1).strip()) : Optional.empty();
        }
        int dot = fileName.lastIndexOf('.');
        return Optional.ofNullable(BY_EXTENSION.get(fileName.substring(dot + 1).toLowerCase(Locale.ROOT)))
                .filter(shell -> dot >= 0);
    }

    /** The command that runs a file. */
    public static String command(String interpreter, String path) {
        return interpreter + " " + (PLAIN.matcher(path).matches() ? path : "'" + path.replace("'", "'\\''") + "'");
    }

    private static String firstLine(CharSequence text) {
        String start = text.subSequence(0, Math.min(text.length(), FIRST_LINE)).toString();
        return start.lines().findFirst().orElse("");
    }
}
