package dev.sandshell.language;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which shell a script is for. Pure. */
public enum ScriptKind {
    BASH("bash"),
    SH("sh"),
    ZSH("zsh"),
    /** ksh, mksh, ash, fish and whatever else its first line names. */
    OTHER("sh");

    private static final Pattern FIRST_LINE = Pattern.compile(
            "^#!\\s*(?:\\S*/)?([^/\\s]+)(?:\\s+(?:-S\\s+)?(?:[A-Z_]+=\\S*\\s+)*([^\\s/-]\\S*))?[^\\n]*");

    private final String shell;

    ScriptKind(String shell) {
        this.shell = shell;
    }

    /** The shell whose words it is made of. */
    public String shell() {
        return shell;
    }

    /** Of a document; nothing where that is no script. Its first line says it, else the language, else it is bash. */
    public static Optional<ScriptKind> of(String languageId, String text) {
        return switch (languageId) {
            case "shellscript", "shell", "shell-script", "bash" -> Optional.of(named(program(text), BASH));
            case "sh", "dash" -> Optional.of(named(program(text), languageId.equals("sh") ? BASH : SH));
            case "zsh" -> Optional.of(ZSH);
            case "ksh" -> Optional.of(OTHER);
            default -> Optional.empty();
        };
    }

    private static String program(String text) {
        Matcher line = FIRST_LINE.matcher(text);
        if (!line.lookingAt()) {
            return "";
        }
        boolean isEnv = line.group(1).equals("env") && line.group(2) != null;
        return isEnv ? line.group(2) : line.group(1);
    }

    private static ScriptKind named(String program, ScriptKind otherwise) {
        return switch (program) {
            case "" -> otherwise;
            case "bash" -> BASH;
            case "sh", "dash" -> SH;
            case "zsh" -> ZSH;
            default -> OTHER;
        };
    }
}
