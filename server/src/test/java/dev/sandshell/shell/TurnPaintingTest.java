package dev.sandshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What gets through of what readline paints around our turns, however the output is cut. */
class TurnPaintingTest {
    private static final String CLEARED = "\r\033[K\r";
    private static final String PAINTED = "$ ec";

    private final StringBuilder running = new StringBuilder();
    private final StringBuilder outside = new StringBuilder();
    private final TurnPainting painting = new TurnPainting(
            (bytes, length) -> running.append(text(bytes, length)),
            (bytes, length) -> outside.append(text(bytes, length)));

    private static String text(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    private void print(String text, int piece) {
        byte[] all = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int from = 0; from < all.length; from += piece) {
            int length = Math.min(piece, all.length - from);
            byte[] bytes = new byte[length];
            System.arraycopy(all, from, bytes, 0, length);
            painting.printed(bytes, length);
        }
    }

    private void turn(String during, String after, int piece) {
        painting.turnBegins(false);
        print(CLEARED + LineEditor.BEGIN_MARK + during + LineEditor.END_MARK + after, piece);
    }

    private String takeOutside() {
        String all = outside.toString();
        outside.setLength(0);
        return all;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1000})
    void aTurnIsSeenOnceAndThenNotAnyMore(int piece) {
        turn("", PAINTED, piece);
        painting.painted();
        assertThat(takeOutside()).isEqualTo(CLEARED + PAINTED);
        turn("", PAINTED, piece);
        turn("", PAINTED, piece);
        painting.painted();
        assertThat(takeOutside()).isEmpty();
        assertThat(painting.isUnsettled()).isFalse();
        assertThat(running).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1000})
    void whatIsShownAmongItIsNotLost(int piece) {
        turn("", PAINTED, piece);
        painting.painted();
        takeOutside();
        // A job in the background, before the turn, in it, while the line is painted, and after.
        painting.turnBegins(false);
        print("job" + CLEARED + LineEditor.BEGIN_MARK, piece);
        assertThat(takeOutside()).isEqualTo("job" + CLEARED);
        print("more" + LineEditor.END_MARK + PAINTED, piece);
        painting.painted();
        assertThat(running).hasToString("more");
        assertThat(takeOutside()).isEqualTo(PAINTED);
        turn("", "$ job", piece);
        painting.painted();
        assertThat(takeOutside()).isEqualTo(CLEARED + "$ job");
        turn("", "$ job and after", piece);
        assertThat(takeOutside()).isEqualTo(" and after");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1000})
    void theNextTurnMayBeginWhileTheLineIsPainted(int piece) {
        turn("", PAINTED, piece);
        painting.painted();
        takeOutside();
        painting.turnBegins(false);
        painting.turnBegins(false);
        String once = CLEARED + LineEditor.BEGIN_MARK + LineEditor.END_MARK + PAINTED;
        print(once + once, piece);
        painting.painted();
        assertThat(takeOutside()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1000})
    void aLineThatHasChangedIsPaintedForTheUserToo(int piece) {
        turn("", PAINTED, piece);
        painting.painted();
        takeOutside();
        painting.typed();
        print("ho", piece);
        turn("", PAINTED + "ho", piece);
        painting.painted();
        assertThat(takeOutside()).isEqualTo("ho" + CLEARED + PAINTED + "ho");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1000})
    void whereTheTurnItselfShowsSomethingAllIsSeenButTheMarksAndTheKey(int piece) {
        painting.turnBegins(true);
        print("^^" + CLEARED + LineEditor.BEGIN_MARK + "out" + LineEditor.END_MARK + PAINTED, piece);
        assertThat(running).hasToString("out");
        assertThat(takeOutside()).isEqualTo(CLEARED + PAINTED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1000})
    void aTurnThatIsBrokenOffHoldsNothingBack(int piece) {
        painting.turnBegins(false);
        print(CLEARED + LineEditor.BEGIN_MARK + "a", piece);
        painting.givenUp();
        print("^C\r\n$ ", piece);
        assertThat(running).hasToString("a");
        assertThat(takeOutside()).isEqualTo("^C\r\n$ ");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1000})
    void aPromptIsNoPartOfTheTurnThatWasBrokenOff(int piece) {
        painting.turnBegins(true);
        print(CLEARED + LineEditor.BEGIN_MARK + "step\r\n", piece);
        takeOutside();
        painting.promptBegins();
        print(PAINTED, piece);
        assertThat(running).hasToString("step\r\n");
        assertThat(takeOutside()).isEqualTo(PAINTED);
        // One that has not begun is still to come.
        painting.turnBegins(false);
        painting.promptBegins();
        print(CLEARED + LineEditor.BEGIN_MARK + "more" + LineEditor.END_MARK, piece);
        assertThat(running).hasToString("step\r\nmore");
    }
}
