package dev.sandshell.terminal;

/** The marks by which terminals know prompts and commands (OSC 133, OSC 633). Pure. */
public final class ShellMarks {
    static final String PROMPT = "\033]133;A\007";
    static final String PROMPT_END = "\033]133;B\007";
    static final String COMMAND = "\033]133;C\007";

    private ShellMarks() {}

    /** A command line, before it runs. */
    static String commandLine(String command) {
        return "\033]633;E;" + field(command) + '\007';
    }

    /** A command has ended. */
    static String commandEnd(String exitCode) {
        return "\033]133;D;" + exitCode + '\007';
    }

    /** A text as a field of a mark: what would end it, and control characters, in hexadecimal digits. */
    public static String field(String text) {
        StringBuilder all = new StringBuilder(text.length());
        text.chars().forEach(character -> {
            if (character == '\\') {
                all.append("\\\\");
            } else if (character == ';' || Character.isISOControl(character)) {
                all.append(String.format("\\x%02x", character));
            } else {
                all.append((char) character);
            }
        });
        return all.toString();
    }
}
