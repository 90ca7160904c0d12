package dev.sandshell.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.GsonBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is what the JSON handler says, in UTF-8, with its length before it. */
final class FrameWriterTest {
    private final MessageJsonHandler json = new MessageJsonHandler(Map.of(), GsonBuilder::disableHtmlEscaping);

    /** Keeps each call by itself. */
    private static final class Calls extends ByteArrayOutputStream {
        final List<String> calls = new ArrayList<>();

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            calls.add(new String(bytes, from, length, StandardCharsets.UTF_8));
        }
    }

    private final Calls out = new Calls();
    private final FrameWriter writer = new FrameWriter(out, json);

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static NotificationMessage message(String text) {
        NotificationMessage message = new NotificationMessage();
        message.setMethod("test");
        message.setParams(Map.of("text", text));
        return message;
    }

    private String expected(String text) {
        byte[] body = json.serialize(message(text)).getBytes(StandardCharsets.UTF_8);
        return "Content-Length: " + body.length + "\r\n\r\n" + new String(body, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "é",
                "日本",
                "😀",
                "a😀b",
                "\ud83d",
                "\ude00",
                "\ud83dx",
                "\ud83d\ud83d\ude00",
                "\ude00\ud83d",
                "\ud83dé",
                "\ud83d\ufffd",
                "\u0000\u0007\u001b\n\"\\",
                "<a href='x'>&amp;=</a>",
                "\u2028\u2029"
            })
    void theBodyIsWhatTheHandlerSays(String text) throws IOException {
        writer.write(message(text));
        assertThat(out.calls).containsExactly(expected(text));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyTextIsWrittenAsTheHandlerSays(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(random.nextInt(10) == 0 ? 200_000 : 200);
            while (text.length() < length) {
                switch (random.nextInt(5)) {
                    case 0 -> text.append((char) random.nextInt(0x10000));
                    case 1 -> text.append((char) (0xd800 + random.nextInt(0x800)));
                    case 2 -> text.appendCodePoint(0x1f300 + random.nextInt(0x300));
                    default -> text.append((char) random.nextInt(0x80));
                }
            }
            writer.write(message(text.toString()));
            expected.add(expected(text.toString()));
        }
        assertThat(out.calls).as("seed %d", seed).isEqualTo(expected);
    }

    @Test
    void aHugeMessageDoesNotSpoilTheNext() throws IOException {
        String huge = "日".repeat(3_000_000);
        writer.write(message(huge));
        writer.write(message("small"));
        assertThat(out.calls.get(0).length()).isEqualTo(expected(huge).length());
        assertThat(out.calls.get(1)).isEqualTo(expected("small"));
    }
}
