package dev.sandshell.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageBordersTest {
    private static final String EXEC =
            "{\"method\":\"sandbox/exec\",\"params\":{\"command\":\"{\\\"method\\\":\\\"shutdown\\\"}\",\"é\":1}}";

    private final MessageBorders borders = new MessageBorders();

    private static String framed(String body) {
        return "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    private void pass(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        borders.passed(bytes, bytes.length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":1,\"method\":\"shutdown\"}",
                "{ \"method\" : \"shut\\u0064own\", \"text\": \"shutdown\" }",
            })
    void shutdownIsSeen(String message) {
        pass(framed(EXEC) + framed(message) + framed("{\"method\":\"exit\"}"));
        assertThat(borders.hasShutDown()).isTrue();
    }

    @Test
    void howeverItIsCutIntoPieces() {
        for (byte piece : (framed(EXEC) + framed("{\"method\":\"shutdown\"}")).getBytes(StandardCharsets.UTF_8)) {
            assertThat(borders.hasShutDown()).isFalse();
            borders.passed(new byte[] {piece}, 1);
        }
        assertThat(borders.hasShutDown()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                EXEC,
                "{\"params\":{\"method\":\"shutdown\"}}",
                "[\"shutdown\"]",
                "{\"method\":\"shutdown\"",
                "{\"method\":7,\"x\":\"shutdown\"}",
            })
    void whatOnlySpeaksOfItIsNot(String message) {
        pass(framed(message));
        assertThat(borders.hasShutDown()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no protocol\r\n\r\n",
                "Content-Length: -1\r\n\r\n",
                "Content-Length: x\r\n\r\n",
                "Content-Length: 99999999999999999999\r\n\r\n",
            })
    void afterWhatIsNoProtocolNothingIsSeen(String garbage) {
        pass(garbage + framed("{\"method\":\"shutdown\"}"));
        assertThat(borders.hasShutDown()).isFalse();
    }

    @Test
    void aHeaderWithoutEndTakesNoMemory() {
        pass("x".repeat(100_000) + "\r\n\r\n" + framed("{\"method\":\"shutdown\"}"));
        assertThat(borders.hasShutDown()).isFalse();
    }
}
