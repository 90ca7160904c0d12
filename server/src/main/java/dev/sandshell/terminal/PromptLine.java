package dev.sandshell.terminal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows a shell's prompt, and what is half typed there, through what its terminal is sent: so that it can be taken off
 * the screen while something else is shown, and be put back. Confined to its caller.
 */
final class PromptLine {
    /** What a prompt's painting may take before it is not followed any more, in characters. */
    private static final int MAX_PAINTING = 16 * 1024;

    /** No mark is longer; what has begun like one and is, is none. */
    private static final int MAX_MARK = 256;

    private static final String MARK = "\033]133;";

    /** A mark of the shell's: a prompt begins, a command runs; or the whole screen is cleared. */
    private static final Pattern TURN =
            Pattern.compile("\\x1b\\]133;([AC])[^\\x07\\x1b]*+(?:\\x07|\\x1b\\\\)|\\x1b\\[[23]J");

    private static final Pattern CLEARING = Pattern.compile("(?:[\\r\\n\\x08]|\\x1b\\[[0-9]{0,3}[ABCDKJ])++");

    /** What is told and not shown: a control sequence, or a string such as a mark. */
    private static final Pattern SEQUENCE =
            Pattern.compile("\\x1b\\[[0-?]*+[ -/]*+[@-~]|\\x1b\\][^\\x07\\x1b]*+(?:\\x07|\\x1b\\\\)");

    /** What has painted the prompt, from its mark on; while it is not shown, no more than what may become a mark. */
    private final StringBuilder sent = new StringBuilder();

    private boolean isShown;

    /** Up to where there is no turn. */
    private int searched;

    /** Whether the shell is at its prompt, as far as that could be followed. */
    boolean isShown() {
        return isShown;
    }

    /** What paints it again, from the beginning of a line on. */
    String painting() {
        return isShown ? sent.toString() : "";
    }

    /** The terminal has been sent this. */
    void sent(String piece) {
        if (!isShown && sent.isEmpty() && piece.indexOf('\033') < 0) {
            return;
        }
        sent.append(piece);
        Matcher turn = TURN.matcher(sent);
        int from = 0;
        for (int at = searched; turn.find(at); at = turn.end()) {
            boolean isCleared = turn.group(1) == null;
            if (!isCleared) {
                isShown = turn.group(1).equals("A");
            }
            from = isCleared || !isShown ? turn.end() : turn.start();
            searched = turn.end();
        }
        sent.delete(0, from);
        searched = startOfTurn(Math.max(0, searched - from));
        if (!isShown || sent.length() > MAX_PAINTING) {
            isShown = false;
            sent.delete(0, searched);
            searched = 0;
        }
    }

    /** Where at the end something begins that may become a turn, or the end. */
    private int startOfTurn(int from) {
        int begin = sent.lastIndexOf("\033");
        if (begin > 0 && begin == sent.length() - 1 && sent.charAt(begin - 1) != '\033') {
            // It may be the first half of what ends a string.
            int before = sent.lastIndexOf("\033", begin - 1);
            begin = before >= from && mayBecomeMark(before) ? before : begin;
        }
        return begin >= from && (mayBecomeMark(begin) || mayBecomeClearing(begin)) ? begin : sent.length();
    }

    private boolean mayBecomeMark(int begin) {
        int length = Math.min(MARK.length(), sent.length() - begin);
        return sent.length() - begin < MAX_MARK
                && MARK.startsWith(sent.substring(begin, begin + length))
                && sent.indexOf("\007", begin) < 0;
    }

    private boolean mayBecomeClearing(int begin) {
        String begun = sent.substring(begin, Math.min(sent.length(), begin + 4));
        return begun.equals("\033[") || begun.equals("\033[2") || begun.equals("\033[3");
    }

    /** The shell has left its line to a command that has the terminal, and will paint it anew, without its marks. */
    void left() {
        if (isShown) {
            sent.setLength(0);
            sent.append(ShellMarks.PROMPT).append(ShellMarks.PROMPT_END);
            searched = sent.length();
        }
    }

    /** Whether this does nothing but take the prompt off the screen. */
    boolean isClearing(String piece) {
        return isShown && CLEARING.matcher(piece).matches();
    }

    /** Whether this paints the prompt, and is nothing that a program says. */
    boolean isPainting(String piece) {
        return isShown && (CLEARING.matcher(piece).lookingAt() || piece.contains(MARK + 'A') || isGoingOn(piece));
    }

    /** Whether a painting has begun that this goes on with: of the line as it was painted before, not all has come. */
    private boolean isGoingOn(String piece) {
        String[] lines = CLEARING.split(sent, -1);
        if (lines.length < 2) {
            return false;
        }
        String whole = visible(lines[lines.length - 2]);
        String begun = visible(lines[lines.length - 1]);
        String more = visible(piece);
        if (more.isEmpty() || begun.length() >= whole.length() || !whole.startsWith(begun)) {
            return false;
        }
        String rest = whole.substring(begun.length());
        return rest.startsWith(more) || more.startsWith(rest);
    }

    private static String visible(String painted) {
        return SEQUENCE.matcher(painted).replaceAll("");
    }

    /** What takes it off a screen so wide, and leaves the cursor at the beginning of a line. */
    String erasing(int columns) {
        CursorTrail cursor = new CursorTrail(columns).through(painting());
        if (cursor.isLost()) {
            return "\r\n";
        }
        return cursor.row() == 0 ? "\r\033[J" : "\r\033[" + cursor.row() + "A\033[J";
    }
}
