package dev.sandshell.shell;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps from the user what readline paints because of our key: it clears the line before a turn and paints it again
 * after, which on their screen would come to nothing but a flicker. What anything else shows meanwhile gets through.
 * Confined to the event loop.
 *
 * <p>Two marks that the turn prints tell where it begins and where it ends. What comes before the first is held back until
 * that is there; what comes after the second is the line painted again, until the shell is seen to wait for the next key.
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

    /** How readline clears what it has painted: to the beginning and the end of the line, from the last line upwards. */
    private static final Pattern CLEARING = Pattern.compile("(?:[\r\n\b]|\033\\[[0-9]{0,3}[ABCDKJ])+$");

    private static final int MAX_HELD = 64 * 1024;

    /** What the line discipline shows of the key itself, where it echoes. */
    private static final String ECHO = "^^";

    private final Terminal.Sink running;
    private final Terminal.Sink outside;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private final ArrayDeque<Boolean> toCome = new ArrayDeque<>();
    private Phase phase = Phase.THEIRS;
    private byte[] cleared = {};
    private boolean hasTyped;
    private boolean isShown;
    private boolean forgetsHeld;

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
        if (phase == Phase.THEIRS || phase == Phase.PAINTING) {
            clearingBegins(phase == Phase.PAINTING);
        }
    }

    private void clearingBegins(boolean afterPainting) {
        isShown = toCome.remove();
        hasTyped = isShown;
        forgetsHeld = afterPainting;
        phase = Phase.CLEARING;
    }

    /** The user has typed: what the line looks like now is not known. */
    void typed() {
        hasTyped = true;
    }

    /** The key went elsewhere, or the turn was broken off: the shell begins with a new line. */
    void givenUp() {
        Terminal.Sink sink = phase == Phase.RUNNING ? running : outside;
        phase = Phase.THEIRS;
        forgetsHeld = false;
        toCome.clear();
        flush(sink);
    }

    /** Whether the line is being painted, and nothing of the user's may be painted meanwhile. */
    boolean isPainting() {
        return phase == Phase.PAINTING;
    }

    /** The shell waits for the next key, and what it has painted has been seen here. */
    void painted() {
        if (phase == Phase.PAINTING) {
            phase = Phase.THEIRS;
        }
    }

    void printed(byte[] bytes, int length) {
        if (phase == Phase.THEIRS) {
            outside.bytes(bytes, length);
            return;
        }
        held.write(bytes, 0, length);
        boolean goesOn;
        do {
            goesOn = switch (phase) {
                case CLEARING -> lookForBegin();
                case RUNNING -> lookForEnd();
                case PAINTING -> {
                    held.reset();
                    yield false;
                }
                case THEIRS -> {
                    flush(outside);
                    yield false;
                }
            };
        } while (goesOn);
    }

    private boolean lookForBegin() {
        String text = text();
        int at = text.indexOf(LineEditor.BEGIN_MARK);
        if (at >= 0) {
            String before = text.substring(0, at);
            Matcher clearing = CLEARING.matcher(before);
            int end = clearing.find() ? clearing.start() : before.length();
            String shownBefore = forgetsHeld ? "" : before.substring(0, end);
            String clears = before.substring(end);
            if (isShown) {
                tell(outside, (shownBefore + clears).replace(ECHO, ""));
                clears = "";
            } else {
                tell(outside, shownBefore);
            }
            cleared = bytes(clears);
            phase = Phase.RUNNING;
            forgetsHeld = false;
            keep(text.substring(at + LineEditor.BEGIN_MARK.length()));
            return true;
        }
        if (held.size() > MAX_HELD) {
            flush(outside);
        }
        return false;
    }

    private boolean lookForEnd() {
        String text = text();
        int at = text.indexOf(LineEditor.END_MARK);
        if (at >= 0) {
            tell(running, text.substring(0, at));
            keep(text.substring(at + LineEditor.END_MARK.length()));
            if (hasTyped) {
                // It is painted with what has been typed since, so all of it has to be seen.
                outside.bytes(cleared, cleared.length);
            }
            if (toCome.isEmpty()) {
                phase = hasTyped ? Phase.THEIRS : Phase.PAINTING;
            } else {
                clearingBegins(!hasTyped);
            }
            return true;
        }
        int rest = beginOfPart(text);
        tell(running, text.substring(0, rest));
        keep(text.substring(rest));
        return false;
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

    private void flush(Terminal.Sink sink) {
        byte[] all = held.toByteArray();
        held.reset();
        if (all.length > 0) {
            sink.bytes(all, all.length);
        }
    }

    private static void tell(Terminal.Sink sink, String text) {
        if (!text.isEmpty()) {
            byte[] all = bytes(text);
            sink.bytes(all, all.length);
        }
    }

    private void keep(String text) {
        held.reset();
        held.writeBytes(bytes(text));
    }

    /** One character a byte. */
    private String text() {
        return held.toString(StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
