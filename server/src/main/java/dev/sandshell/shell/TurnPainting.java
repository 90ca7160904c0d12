package dev.sandshell.shell;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps from the user what readline paints because of our key: it clears the line before a turn and paints it again
 * after, which on their screen would come to nothing but a flicker. What anything else shows meanwhile gets through.
 * Confined to the event loop.
 *
 * <p>Two marks that the turn prints tell where it begins and where it ends. What comes before the first is kept back while
 * it can only clear the line. What comes after the second is kept back while it is, byte for byte, what came there the
 * last time, and nothing has been shown since; wherever it differs both are shown, which is right on any screen.
 */
final class TurnPainting {
    private enum Phase {
        /** The user has the screen. */
        THEIRS,
        /** The key has been typed: the line is about to be cleared. */
        CLEARING,
        /** The turn runs. */
        RUNNING,
        /** The turn is over: the line is being painted. */
        PAINTING
    }

    /** All that readline clears what it has painted with: moves to the beginning and the line above, and erasing. */
    private static final Pattern CLEARING = Pattern.compile("(?:[\r\n\b]|\033\\[[0-9]{0,3}[ABCDKJ])*");

    private static final int MAX_HELD = 64 * 1024;

    /** What the line discipline shows of the key itself, where it echoes. */
    private static final String ECHO = "^^";

    private final Terminal.Sink running;
    private final Terminal.Sink outside;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private final ArrayDeque<Boolean> toCome = new ArrayDeque<>();
    private final StringBuilder learning = new StringBuilder();
    private Phase phase = Phase.THEIRS;
    private String cleared = "";
    private @Nullable String painted;
    private boolean isLearning;
    private boolean isShown;

    /**
     * @param running gets what is shown while a turn runs: who looks on, or the command that has the terminal
     * @param outside gets what is shown at any other time
     */
    TurnPainting(Terminal.Sink running, Terminal.Sink outside) {
        this.running = running;
        this.outside = outside;
    }

    /**
     * The key is about to be typed.
     *
     * @param showsMore whether the turn itself prints on the terminal: then all of it has to be seen, but for the marks
     */
    void turnBegins(boolean showsMore) {
        toCome.add(showsMore);
        isLearning = false;
        if (phase == Phase.THEIRS) {
            clearingBegins();
        }
    }

    private void clearingBegins() {
        isShown = toCome.remove();
        cleared = "";
        phase = Phase.CLEARING;
    }

    /** The user types: what the line will look like is not known. */
    void typed() {
        isLearning = false;
    }

    /** The key went elsewhere, or the turn was broken off: the shell begins with a new line. */
    void givenUp() {
        Terminal.Sink sink = phase == Phase.RUNNING ? running : outside;
        phase = Phase.THEIRS;
        toCome.clear();
        isLearning = false;
        painted = null;
        tell(sink, text());
        held.reset();
    }

    /** The shell shows a prompt, which no turn has it do: one that runs was broken off, and has printed its last. */
    void promptBegins() {
        if (phase == Phase.RUNNING) {
            givenUp();
        }
    }

    /** Whether it is to be told when the shell waits for the next key. */
    boolean isUnsettled() {
        return phase != Phase.THEIRS || isLearning;
    }

    /** The shell waits for the next key, and what it has painted has been seen here. */
    void painted() {
        if (phase == Phase.PAINTING) {
            show(text());
        }
        if (isLearning) {
            isLearning = false;
            // Others end their lines; readline needs to where the line is too long for one, and that may then flicker.
            painted = learning.indexOf("\n") < 0 ? learning.toString() : null;
        }
    }

    void printed(byte[] bytes, int length) {
        if (phase == Phase.THEIRS) {
            if (isLearning && learning.length() + length <= MAX_HELD) {
                learning.append(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
            } else {
                isLearning = false;
                painted = null;
            }
            outside.bytes(bytes, length);
            return;
        }
        held.write(bytes, 0, length);
        boolean goesOn;
        do {
            goesOn = switch (phase) {
                case CLEARING -> lookForBegin();
                case RUNNING -> lookForEnd();
                case PAINTING -> compare();
                case THEIRS -> {
                    painted = null;
                    tell(outside, text());
                    held.reset();
                    yield false;
                }
            };
        } while (goesOn);
    }

    private boolean lookForBegin() {
        String text = text();
        int at = text.indexOf(LineEditor.BEGIN_MARK);
        if (at < 0) {
            if (held.size() > MAX_HELD) {
                tell(outside, text);
                held.reset();
                isShown = true;
            }
            return false;
        }
        String before = text.substring(0, at);
        if (isShown) {
            tell(outside, before.replace(ECHO, ""));
        } else if (CLEARING.matcher(before).matches()) {
            cleared = before;
        } else {
            tell(outside, before);
            isShown = true;
        }
        phase = Phase.RUNNING;
        keep(text.substring(at + LineEditor.BEGIN_MARK.length()));
        return true;
    }

    private boolean lookForEnd() {
        String text = text();
        int at = text.indexOf(LineEditor.END_MARK);
        if (at >= 0) {
            run(text.substring(0, at));
            keep(text.substring(at + LineEditor.END_MARK.length()));
            phase = Phase.PAINTING;
            return true;
        }
        int rest = beginOfPart(text);
        run(text.substring(0, rest));
        keep(text.substring(rest));
        return false;
    }

    /** What is shown while the line is not: it is then to be painted, below that. */
    private void run(String text) {
        tell(running, text);
        isShown |= !text.isEmpty();
    }

    /** Where the mark may have begun, if its rest is still to come. */
    private static int beginOfPart(String text) {
        for (int at = Math.max(0, text.length() - LineEditor.END_MARK.length() + 1); at < text.length(); at++) {
            if (LineEditor.END_MARK.startsWith(text.substring(at))) {
                return at;
            }
        }
        return text.length();
    }

    private boolean compare() {
        String text = text();
        String expected = isShown ? null : painted;
        if (expected == null || (!text.startsWith(expected) && !expected.startsWith(text))) {
            show(text);
            return phase == Phase.CLEARING;
        }
        if (text.length() < expected.length()) {
            return false;
        }
        keep(text.substring(expected.length()));
        theirsAgain();
        return held.size() > 0;
    }

    /** The line is not what it was: it is cleared and painted for them too, and that is what it looks like from now on. */
    private void show(String text) {
        held.reset();
        painted = null;
        learning.setLength(0);
        learning.append(text);
        isLearning = toCome.isEmpty();
        String clearing = cleared;
        theirsAgain();
        if (phase == Phase.CLEARING) {
            // The next turn has begun: where the painting ends and its clearing begins will be seen at its mark.
            keep(text);
            tell(outside, clearing);
        } else {
            tell(outside, clearing + text);
        }
    }

    private void theirsAgain() {
        phase = Phase.THEIRS;
        if (!toCome.isEmpty()) {
            clearingBegins();
        }
    }

    private static void tell(Terminal.Sink sink, String text) {
        if (!text.isEmpty()) {
            byte[] all = text.getBytes(StandardCharsets.ISO_8859_1);
            sink.bytes(all, all.length);
        }
    }

    private void keep(String text) {
        held.reset();
        held.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** One character a byte. */
    private String text() {
        return held.toString(StandardCharsets.ISO_8859_1);
    }
}
