package dev.sandshell.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places there and back, whatever a line is counted in and ends with. */
final class TextPlacesTest {
    private static final String TEXT = "aé\r\n𝄞b\rc\n";

    @ParameterizedTest
    @CsvSource({
        "utf-8, 0, 3, 2",
        "utf-16, 0, 2, 2",
        "utf-32, 0, 2, 2",
        "utf-8, 1, 4, 6",
        "utf-16, 1, 2, 6",
        "utf-32, 1, 1, 6",
        "utf-8, 2, 1, 9",
        "utf-16, 2, 0, 8",
        "utf-32, 3, 0, 10"
    })
    void thereAndBack(String encoding, int line, int character, int offset) {
        TextPlaces places =
                new TextPlaces(TEXT, PositionEncoding.named(encoding).orElseThrow());

        assertThat(places.offset(new Place(line, character))).isEqualTo(offset);
        assertThat(places.place(offset)).isEqualTo(new Place(line, character));
    }

    @ParameterizedTest
    @CsvSource({"utf-16, 0, 99, 2", "utf-8, 0, 2, 1", "utf-8, 1, 2, 4", "utf-16, 9, 0, 10", "utf-32, 2, 99, 9"})
    void whatIsNoPlaceIsAtTheOneBefore(String encoding, int line, int character, int offset) {
        assertThat(new TextPlaces(TEXT, PositionEncoding.named(encoding).orElseThrow())
                        .offset(new Place(line, character)))
                .isEqualTo(offset);
    }
}
