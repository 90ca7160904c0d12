package dev.sandshell.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text of any length comes out as it went in, wherever it is cut on the way. */
final class Utf8BufferTest {
    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    private static String text(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(300_000);
        while (text.length() < length) {
            text.appendCodePoint("a\"\\\n\u0001é€😀".codePointAt(random.nextInt(8)));
        }
        return text.toString();
    }

    private static String written(Utf8Buffer buffer) {
        return new String(buffer.bytes(), 0, buffer.position(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aJsonStringReadsBackAsTheText(long seed) {
        Utf8Buffer buffer = new Utf8Buffer();
        buffer.jsonString(text(seed));
        assertThat(JsonParser.parseString(written(buffer)).getAsString().contentEquals(text(seed)))
                .isTrue();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsWrittenIsTheText(long seed) {
        Utf8Buffer buffer = new Utf8Buffer();
        String text = text(seed);
        int middle = text.length() / 2;
        buffer.write(text, 0, middle);
        buffer.write(text, middle, text.length() - middle);
        assertThat(written(buffer).contentEquals(text)).isTrue();
    }
}
