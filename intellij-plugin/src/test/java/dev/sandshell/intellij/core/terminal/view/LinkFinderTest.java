package dev.sandshell.intellij.core.terminal.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.intellij.core.terminal.Cell;
import dev.sandshell.intellij.core.terminal.CellStyle;
import dev.sandshell.intellij.core.terminal.ScreenLine;
import dev.sandshell.intellij.core.terminal.view.TerminalLink.FileLocation;
import dev.sandshell.intellij.core.terminal.view.TerminalLink.Url;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkFinderTest {
    private final FakeEmulator emulator = new FakeEmulator(4, 30);
    private final LinkFinder finder = new LinkFinder(() -> Path.of("/project"));

    /** The mouse is where the {@code @} stands, before the character that follows. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "see @http://a.org/x now, http://a.org/x",
                "(see htt@ps://a.org/x), https://a.org/x",
                "(see htt@ps://a.org/x_(y)), https://a.org/x_(y)",
                "go to https://a.@org/., https://a.org/",
                "file:///e@tc/x, file:///etc/x",
                "http://a.org@ x, ",
                "ftp@://a.org, ",
                "nothing @here, ",
            })
    void addresses(String line, @Nullable String url) {
        assertThat(link(line)).isEqualTo(url == null ? null : new Url(url));
    }

    @ParameterizedTest
    @CsvSource({
        "src/@A.java:12: error, /project/src/A.java, 12, 0",
        "src/A.java:1@2:5: error, /project/src/A.java, 12, 5",
        "at /a/b@.c:7, /a/b.c, 7, 0",
        "../lib/x@.ts:3:4, /lib/x.ts, 3, 4",
        "(a@.py:1), /project/a.py, 1, 0",
        "./ru@n:3, /project/run, 3, 0",
    })
    void filesAndLines(String line, Path path, int row, int column) {
        assertThat(link(line)).isEqualTo(new FileLocation(path, row, column));
    }

    @ParameterizedTest
    @CsvSource({"at 12@:30:15", "port@:8080", "src/@A.java", "http://host.org:80@80/x:1", "a.java@ :12"})
    void whatIsNoFile(String line) {
        assertThat(link(line) instanceof FileLocation).isFalse();
    }

    @Test
    void addressGoesOnInTheNextRow() {
        emulator.write("see https://example.org/a/long/path and more");
        LogicalLine line = LogicalLine.around(Lines.of(emulator), emulator.topLine() + 3);

        LinkFinder.Found found = finder.at(line, new Position(emulator.topLine() + 3, 1));

        long top = emulator.topLine();
        assertThat(found)
                .isEqualTo(new LinkFinder.Found(
                        new TextRange(new Position(top + 2, 4), new Position(top + 3, 5)),
                        new Url("https://example.org/a/long/path")));
    }

    @Test
    void programNamesALink() {
        CellStyle linked = new CellStyle(
                CellStyle.PLAIN.foreground(), CellStyle.PLAIN.background(), Set.of(), "https://example.org/");
        List<Cell> cells = new ArrayList<>(FakeEmulator.cells("a ", CellStyle.PLAIN));
        cells.addAll(FakeEmulator.cells("日 here", linked));
        emulator.put(0, new ScreenLine(cells, false));

        LinkFinder.Found found = finder.at(LogicalLine.around(Lines.of(emulator), 0), new Position(0, 5));

        assertThat(found)
                .isEqualTo(new LinkFinder.Found(
                        new TextRange(new Position(0, 2), new Position(0, 9)), new Url("https://example.org/")));
    }

    private @Nullable TerminalLink link(String marked) {
        int column = marked.indexOf('@');
        emulator.put(0, marked.replace("@", ""));
        LinkFinder.Found found = finder.at(LogicalLine.around(Lines.of(emulator), 0), new Position(0, column));
        return found == null ? null : found.link();
    }
}
