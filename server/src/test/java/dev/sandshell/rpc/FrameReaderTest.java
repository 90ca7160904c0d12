package dev.sandshell.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole messages come out, and whatever is between them never stops the reader. */
final class FrameReaderTest {
    private static final int LIMIT = 1_000;

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /** A frame with its body as text, so that two can be compared. */
    private record Frame(@Nullable String body, @Nullable String complaint) {
        static Frame of(String body) {
            return new Frame(body, null);
        }

        static Frame bad(String complaint) {
            return new Frame(null, complaint);
        }
    }

    private static List<Frame> frames(byte[] input) throws IOException {
        FrameReader reader = new FrameReader(new ByteArrayInputStream(input), LIMIT);
        List<Frame> frames = new ArrayList<>();
        FrameReader.Frame frame;
        while ((frame = reader.next()) != null) {
            FrameReader.Body body = frame.body();
            frames.add(new Frame(body == null ? null : body.text(), frame.complaint()));
        }
        return frames;
    }

    private static List<Frame> frames(String input) throws IOException {
        return frames(input.getBytes(StandardCharsets.UTF_8));
    }

    private static String message(String body) {
        return "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    @Test
    void messagesComeOneAfterTheOther() throws IOException {
        assertThat(frames(message("{}") + message("é日本😀") + message("")))
                .containsExactly(Frame.of("{}"), Frame.of("é日本😀"), Frame.of(""));
    }

    @Test
    void otherHeadersAndOtherSpellingsAreAccepted() throws IOException {
        assertThat(frames("Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n" + message("{}")
                        + "content-length:2\n\n[]"
                        + "CONTENT-LENGTH:   2  \r\nX-Other: 1\r\n\r\n{}"))
                .containsExactly(Frame.of("{}"), Frame.of("[]"), Frame.of("{}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "a/b; charset=UTF-8", "a/b;charset=utf8", "a/b; x=y; charset=\"utf-8\""})
    void aTypeInUtf8IsAccepted(String type) throws IOException {
        assertThat(frames("content-TYPE: " + type + "\r\n" + message("{}"))).containsExactly(Frame.of("{}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: a/b; charset=latin1\r\nContent-Length: 2\r\n\r\n",
                "Content-Length: 2\r\ncontent-type: a/b;Charset=\"latin1\"\r\n\r\n"
            })
    void aTypeInAnotherCharsetIsToldAndTheNextMessageIsFound(String headers) throws IOException {
        assertThat(frames(headers + "{}" + message("[]")))
                .containsExactly(Frame.bad("the content must be in utf-8, got \"latin1\""), Frame.of("[]"));
    }

    @Test
    void theEndOfTheInputIsTheEnd() throws IOException {
        assertThat(frames("")).isEmpty();
        assertThat(frames("Content-Len")).isEmpty();
        assertThat(frames("Content-Length: 2\r\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 5\r\n\r\n{}", "Content-Length: 5000\r\n\r\n{}"})
    void anInputThatEndsInAMessageHasBrokenOff(String input) {
        assertThatThrownBy(() -> frames(input)).isInstanceOf(EOFException.class);
    }

    // ---- lengths

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "two", "1e3", "0x10", "99999999999999999999", "1 2", "٣"})
    void aLengthThatIsNoneIsToldAndTheNextMessageIsFound(String length) throws IOException {
        assertThat(frames("Content-Length: " + length + "\r\n\r\n" + message("{}")))
                .containsExactly(
                        Frame.bad("Content-Length must be a number of bytes, got \""
                                + new String(length.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                                        .replaceAll("\\p{Cntrl}", "?")
                                + "\""),
                        Frame.of("{}"));
    }

    @Test
    void aMessageOverTheLimitIsReadPast() throws IOException {
        assertThat(frames(message("x".repeat(LIMIT)) + message("y".repeat(LIMIT + 1)) + message("{}")))
                .containsExactly(
                        Frame.of("x".repeat(LIMIT)),
                        Frame.bad("the message has " + (LIMIT + 1) + " bytes; the limit is " + LIMIT),
                        Frame.of("{}"));
    }

    @Test
    void theBodyOfABadLengthDoesNotTakeTheNextMessageWithIt() throws IOException {
        assertThat(frames("Content-Length: many\r\n\r\n{\"a\":1}" + message("{}")))
                .containsExactly(Frame.bad("Content-Length must be a number of bytes, got \"many\""), Frame.of("{}"));
    }

    @Test
    void aLengthThatIsTooSmallCostsNoMoreThanItsMessage() throws IOException {
        assertThat(frames("Content-Length: 3\r\n\r\n{\"a\":1}" + message("{}")))
                .containsExactly(Frame.of("{\"a"), Frame.of("{}"));
    }

    @Test
    void aLongBodyOfABadLengthDoesNotTakeTheNextMessageWithIt() throws IOException {
        assertThat(frames("Content-Length: many\r\n\r\n" + "x".repeat(100_000) + message("{}")))
                .containsExactly(Frame.bad("Content-Length must be a number of bytes, got \"many\""), Frame.of("{}"));
    }

    // ---- headers

    @Test
    void aHugeHeaderIsToldAndItsMessageIsReadPast() throws IOException {
        assertThat(frames("Content-Length: 2\r\nX-Huge: " + "x".repeat(1 << 20) + "\r\n\r\n{}" + message("[]")))
                .containsExactly(Frame.bad("a header line is longer than 4096 bytes"), Frame.of("[]"));
    }

    @Test
    void aHeaderBlockWithoutALengthIsTold() throws IOException {
        assertThat(frames("hello\r\n\r\n" + message("{}")))
                .containsExactly(
                        Frame.bad("expected a header such as \"Content-Length: 42\", got \"hello\""), Frame.of("{}"));
    }

    @Test
    void rubbishRightBeforeAHeaderIsSkipped() throws IOException {
        assertThat(frames("rubbish" + message("{}") + message("[]"))).containsExactly(Frame.of("{}"), Frame.of("[]"));
    }

    @Test
    void whatIsShownOfRubbishIsShortAndPrintable() throws IOException {
        assertThat(frames("\u0007" + "x".repeat(200) + "\r\n\r\n"))
                .containsExactly(Frame.bad(
                        "expected a header such as \"Content-Length: 42\", got \"?" + "x".repeat(59) + "…\""));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void randomGarbageBeforeAHeaderNeverStopsTheReader(long seed) throws IOException {
        Random random = new Random(seed);
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            byte[] garbage = new byte[random.nextInt(random.nextInt(4) == 0 ? 20_000 : 40)];
            random.nextBytes(garbage);
            input.write(garbage);
            String body = "{\"number\":" + i + "}";
            expected.add(body);
            input.write(message(body).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(frames(input.toByteArray()).stream()
                        .map(Frame::body)
                        .filter(body -> body != null)
                        .toList())
                .as("seed %d", seed)
                .isEqualTo(expected);
    }
}
