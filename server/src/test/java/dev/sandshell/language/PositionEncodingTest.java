package dev.sandshell.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PositionEncodingTest {
    /** One, two, three and four bytes; the last is two units of UTF-16. */
    private static final String LINE = "aé€😀b";

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "UTF_8, 0, 0", "UTF_8, 1, 1", "UTF_8, 3, 2", "UTF_8, 6, 3", "UTF_8, 10, 5", "UTF_8, 11, 6", "UTF_8, 99, 6",
        "UTF_16, 3, 3", "UTF_16, 5, 5", "UTF_16, 99, 6", "UTF_32, 3, 3", "UTF_32, 4, 5", "UTF_32, 5, 6",
                "UTF_32, 99, 6",
    })
    void countsWhatItSays(PositionEncoding encoding, int character, int index) {
        assertThat(new Place(0, character).indexIn(LINE, encoding)).isEqualTo(index);
        assertThat(new Place(1, character).indexIn("x\r\n" + LINE + "\r\ny", encoding))
                .isEqualTo(3 + index);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"2, 1", "4, 2", "5, 2", "7, 3", "9, 3"})
    void inTheMiddleOfACharacterIsBeforeIt(int character, int index) {
        assertThat(new Place(0, character).indexIn(LINE, PositionEncoding.UTF_8))
                .isEqualTo(index);
    }

    @Test
    void changesAreWhereTheClientCounts() {
        for (PositionEncoding encoding : PositionEncoding.values()) {
            int before = encoding == PositionEncoding.UTF_8 ? 6 : 3;
            int after = switch (encoding) {
                case UTF_8 -> 10;
                case UTF_16 -> 5;
                case UTF_32 -> 4;
            };
            TextChange change = new TextChange.Part(new Place(0, before), new Place(0, after), "x", encoding);
            assertThat(change.applyTo(LINE)).as(encoding.word()).isEqualTo("aé€xb");
        }
    }

    @Test
    void isKnownByItsName() {
        assertThat(PositionEncoding.named("utf-32")).contains(PositionEncoding.UTF_32);
        assertThat(PositionEncoding.named("utf-7")).isEmpty();
    }
}
