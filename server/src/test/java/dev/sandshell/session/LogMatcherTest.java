package dev.sandshell.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pattern is found wherever the borders between pieces of output lie. */
final class LogMatcherTest {
    private static LogMatcher matcher(String regex) {
        return new LogMatcher(Pattern.compile(regex, Pattern.MULTILINE));
    }

    private static OutputChunk text(StreamName stream, String text) {
        return new OutputChunk(1, "e", stream, 0, text.length(), text, null);
    }

    private static OutputChunk bytes(byte... bytes) {
        return new OutputChunk(1, "e", StreamName.STDOUT, 0, bytes.length, null, bytes);
    }

    @Test
    void aMatchWithinOnePieceIsFound() {
        assertThat(matcher("port \\d+").find(text(StreamName.STDOUT, "listening on port 8080\n")))
                .contains("port 8080");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7})
    void aMatchAcrossBordersIsFound(int size) {
        LogMatcher matcher = matcher("ready in \\d+ ms");
        String output = "compiling\nready in 250 ms\n";
        Optional<String> found = Optional.empty();
        for (int from = 0; from < output.length() && found.isEmpty(); from += size) {
            found = matcher.find(
                    text(StreamName.STDOUT, output.substring(from, Math.min(output.length(), from + size))));
        }
        assertThat(found).contains("ready in 250 ms");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"^listening on \\d+$", "^listening on \\d+\\n", "(?s)on \\d+.down", "\\blistening on \\d+\\b\\s"
            })
    void whereTheBordersLieMakesNoDifference(String regex) {
        String output = "unlistening on 1 x\nlistening on 8080\ndown";
        String whole = matcher(regex).find(text(StreamName.STDOUT, output)).orElseThrow();
        for (int first = 0; first <= output.length(); first++) {
            for (int second = first; second <= output.length(); second++) {
                LogMatcher matcher = matcher(regex);
                Optional<String> found = Optional.empty();
                for (String piece : List.of(
                        output.substring(0, first), output.substring(first, second), output.substring(second))) {
                    found = found.isPresent() ? found : matcher.find(text(StreamName.STDOUT, piece));
                }
                assertThat(found).as("cut at %d and %d", first, second).contains(whole);
            }
        }
    }

    @Test
    void aLineEndsWithALineFeedOrWithTheOutput() {
        LogMatcher matcher = matcher("on \\d+$");
        assertThat(matcher.find(text(StreamName.STDOUT, "listening on 80"))).isEmpty();
        assertThat(matcher.find(text(StreamName.STDERR, "listening on port"))).isEmpty();
        assertThat(matcher.find(text(StreamName.STDOUT, "80"))).isEmpty();
        assertThat(matcher.findAtEnd()).contains("on 8080");
    }

    @Test
    void whatMayGoOnIsAMatchAlready() {
        assertThat(matcher("name: ").find(text(StreamName.STDOUT, "name: "))).contains("name: ");
        assertThat(matcher("name:.*").find(text(StreamName.STDOUT, "name: "))).contains("name: ");
    }

    @Test
    void noLineBeginsWhereTheOutputBeforeIsForgotten() {
        LogMatcher matcher = matcher("^ready");
        OutputChunk late = new OutputChunk(7, "e", StreamName.STDOUT, 100, 6, "ready\n", null);
        assertThat(matcher.find(late)).isEmpty();
        assertThat(matcher.find(text(StreamName.STDOUT, "ready\n"))).contains("ready");
    }

    @Test
    void theStreamsAreNotMixed() {
        LogMatcher matcher = matcher("ready");
        assertThat(matcher.find(text(StreamName.STDOUT, "rea"))).isEmpty();
        assertThat(matcher.find(text(StreamName.STDERR, "dy"))).isEmpty();
        assertThat(matcher.find(text(StreamName.STDOUT, "dy"))).contains("ready");
    }

    @Test
    void linesAreWhereTheOutputHasThem() {
        LogMatcher matcher = matcher("^ready$");
        assertThat(matcher.find(text(StreamName.STDOUT, "not ready\n"))).isEmpty();
        assertThat(matcher.find(text(StreamName.STDOUT, "ready\n"))).contains("ready");
    }

    @Test
    void aMatchBehindALongSilenceIsFound() {
        LogMatcher matcher = matcher("needle");
        for (int i = 0; i < 100; i++) {
            assertThat(matcher.find(text(StreamName.STDOUT, "hay".repeat(1_000))))
                    .isEmpty();
        }
        assertThat(matcher.find(text(StreamName.STDOUT, "need"))).isEmpty();
        assertThat(matcher.find(text(StreamName.STDOUT, "le"))).contains("needle");
    }

    @Test
    void aLineDoesNotBeginWhereAnOldPartOfItIsForgotten() {
        LogMatcher matcher = matcher("^hay");
        assertThat(matcher.find(text(StreamName.STDOUT, "> "))).isEmpty();
        for (int i = 0; i < 20; i++) {
            assertThat(matcher.find(text(StreamName.STDOUT, "hay".repeat(1_000))))
                    .isEmpty();
        }
        assertThat(matcher.find(text(StreamName.STDOUT, "\nhay"))).contains("hay");
    }

    @Test
    void bytesAreReadAsText() {
        assertThat(matcher("wörld").find(bytes("hello wörld".getBytes(StandardCharsets.UTF_8))))
                .contains("wörld");
    }

    @Test
    void aCharacterOfBytesThatIsCutByABorderIsFound() {
        LogMatcher matcher = matcher("wörld");
        byte[] all = "wörld".getBytes(StandardCharsets.UTF_8);
        assertThat(matcher.find(bytes(all[0], all[1]))).isEmpty();
        assertThat(matcher.find(bytes(all[2], all[3], all[4], all[5]))).contains("wörld");
    }
}
