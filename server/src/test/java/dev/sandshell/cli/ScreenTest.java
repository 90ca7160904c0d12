package dev.sandshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a person sees of a session that is attached to. */
class ScreenTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final StringBuilder beforeFirst = new StringBuilder("shown before: ");
    private final Screen screen = new Screen("work", shown, shown, () -> beforeFirst.append(shown()));

    private void show(String text) {
        screen.show(text.getBytes(StandardCharsets.UTF_8));
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theGreetingComesFirstAndOnceHoweverFastTheSessionIs() {
        show("$ ");
        screen.greet();
        assertThat(shown()).isEqualTo("sandshell: on session work; Ctrl-] leaves\r\n$ ");
    }

    /** Or the terminal would echo a key that is pressed at once. */
    @Test
    void theTerminalIsReadyBeforeAnythingIsShown() {
        assertThat(beforeFirst).hasToString("shown before: ");
        show("$ ");
        show("more");
        assertThat(beforeFirst).hasToString("shown before: ");
        assertThat(shown()).endsWith("$ more");
    }

    @Test
    void whoGoesInTheMidstOfALineLeavesIt() {
        show("$ ");
        screen.leaveInTheMidst();
        screen.leave();
        show("more");
        assertThat(shown()).endsWith("leaves\r\n$ \r\n");
    }

    @Test
    void whoGoesAfterALineAddsNone() {
        show("done\r\n");
        screen.leaveInTheMidst();
        assertThat(shown()).endsWith("leaves\r\ndone\r\n");
    }

    @Test
    void theScreenOfBeforeIsWhereItWas() {
        show("\033[?1049hmidst");
        screen.leaveInTheMidst();
        assertThat(shown()).endsWith("midst\033[?1049l");
    }
}
