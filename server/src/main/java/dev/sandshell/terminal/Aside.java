package dev.sandshell.terminal;

/** A command that does not have the screen: of what it prints, whole lines are shown. Confined to its caller. */
final class Aside {
    /** How long a line may be before it is shown in pieces. */
    private static final int MAX_UNENDED = 4_096;

    private final String title;
    private final LineEnds lines = new LineEnds();
    private String unended = "";

    /**
     * @param title what tells it from others; empty where nothing has to
     */
    Aside(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Answers the lines that have ended with this. */
    String output(boolean isTerminal, String text) {
        String all = unended + (isTerminal ? text : lines.of(text));
        int end = all.lastIndexOf('\n') + 1;
        if (all.length() - end > MAX_UNENDED) {
            unended = "";
            return all + "\r\n";
        }
        unended = all.substring(end);
        return all.substring(0, end);
    }

    /** Answers what has not ended, as a line, once. */
    String rest() {
        String rest = unended.isEmpty() ? "" : unended + "\r\n";
        unended = "";
        return rest;
    }
}
