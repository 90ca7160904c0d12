package dev.sandshell.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.sandshell.language.PositionEncoding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which file is meant, and which place in it, in what the client counts. */
final class PlacementTest {
    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectory(folder.resolve("sub"));
        Files.writeString(folder.resolve("a.c"), "one\r\n\t/* für 🚀 */ bad;\r\n");
        Files.writeString(folder.resolve("sub/b.c"), "bad\n");
    }

    private static Finding finding(@Nullable String named, String path, int line, int column, Columns columns) {
        return new Finding(named, path, line, column, columns, Severity.ERROR, null, null, "bad");
    }

    private List<PlacedFinding> place(Finding finding, PositionEncoding encoding) {
        return new Placement(List.of(folder.toString()), encoding).of(List.of(finding));
    }

    @ParameterizedTest
    @CsvSource({
        "BYTES, 18, UTF_16, 14",
        "BYTES, 18, UTF_8, 17",
        "BYTES, 18, UTF_32, 13",
        "CODE_POINTS, 14, UTF_16, 14",
        "UTF_16, 15, UTF_16, 14",
        "UTF_16_AND_TABS, 22, UTF_16, 14",
        "CODE_POINTS_AND_TABS, 21, UTF_16, 14",
        "CELLS_OR_BYTES, 22, UTF_16, 14",
        "CELLS_OR_BYTES, 18, UTF_16, 14"
    })
    void aColumnIsCountedAsTheToolDoesAndToldAsTheClientDoes(
            Columns columns, int column, PositionEncoding encoding, int start) {
        assertThat(place(finding(null, "a.c", 2, column, columns), encoding))
                .extracting(PlacedFinding::line, PlacedFinding::start, PlacedFinding::end)
                .containsExactly(tuple(1, start, start + 3));
    }

    @Test
    void withoutAColumnItIsTheLine() {
        assertThat(place(finding(null, "a.c", 2, 0, Columns.BYTES), PositionEncoding.UTF_16))
                .extracting(PlacedFinding::start, PlacedFinding::end)
                .containsExactly(tuple(1, 18));
    }

    @Test
    void behindTheEndIsAtTheEnd() {
        assertThat(place(finding(null, "a.c", 1, 99, Columns.BYTES), PositionEncoding.UTF_16))
                .extracting(PlacedFinding::line, PlacedFinding::start, PlacedFinding::end)
                .containsExactly(tuple(0, 3, 3));
        assertThat(place(finding(null, "a.c", 99, 1, Columns.BYTES), PositionEncoding.UTF_16))
                .extracting(PlacedFinding::line, PlacedFinding::start, PlacedFinding::end)
                .containsExactly(tuple(2, 0, 0));
    }

    @Test
    void aFolderThatIsNamedComesFirst() {
        assertThat(place(finding(folder + "/sub", "b.c", 1, 1, Columns.BYTES), PositionEncoding.UTF_16))
                .extracting(PlacedFinding::file)
                .containsExactly(folder.resolve("sub/b.c").toUri());
        assertThat(place(finding("/nowhere", "sub/../a.c", 1, 1, Columns.BYTES), PositionEncoding.UTF_16))
                .extracting(PlacedFinding::file)
                .containsExactly(folder.resolve("a.c").toUri());
    }

    @ParameterizedTest
    @CsvSource({"sub", "nowhere.c", "'a\0.c'", "/"})
    void whatIsNoFileHasNoPlace(String path) {
        assertThat(place(finding("bad\0folder", path, 1, 1, Columns.BYTES), PositionEncoding.UTF_16))
                .isEmpty();
    }
}
