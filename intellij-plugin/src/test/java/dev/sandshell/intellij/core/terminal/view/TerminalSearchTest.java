package dev.sandshell.intellij.core.terminal.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.intellij.core.terminal.TerminalModel;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class TerminalSearchTest {
    private final FakeEmulator emulator = new FakeEmulator(4, 10);
    private final TerminalModel model = new TerminalModel(emulator);
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final TerminalSearch search = new TerminalSearch(model, background::add, Runnable::run, () -> {});

    @Test
    void findsInHistoryAndOnTheScreenFromTheBottom() {
        emulator.write("Needle\na\nb\nneedle\nc\nneedle x");
        find("needle", false, false);

        assertThat(search.count()).isEqualTo(3);
        assertThat(search.index()).isEqualTo(3);
        search.previous();
        search.previous();
        assertThat(search.current()).isEqualTo(range(4, 0, 4, 6));
        search.previous();
        assertThat(search.index()).isEqualTo(3);
        search.next();
        assertThat(search.index()).isEqualTo(1);
    }

    @Test
    void caseMattersIfAskedFor() {
        emulator.write("Needle\nneedle");
        find("needle", true, false);

        assertThat(search.count()).isEqualTo(1);
    }

    @Test
    void wrappedLinesAreJoined() {
        emulator.write("0123456needle");
        find("needle", false, false);

        assertThat(search.current()).isEqualTo(range(4, 7, 5, 3));
        assertThat(search.on(5)).isEqualTo(List.of(range(4, 7, 5, 3)));
        assertThat(search.on(3)).isEmpty();
    }

    @Test
    void wideCharactersTakeTwoColumns() {
        emulator.write("日本語");
        find("本", false, false);

        assertThat(search.current()).isEqualTo(range(4, 2, 4, 4));
    }

    @Test
    void expressionsAreOnesOnlyIfAskedFor() {
        emulator.write("a.c abc");
        find("a.c", false, false);
        assertThat(search.count()).isEqualTo(1);
        find("a.c", false, true);
        assertThat(search.count()).isEqualTo(2);
        find("x*", false, true);
        assertThat(search.count()).isZero();
        find("a(", false, true);
        assertThat(search.count()).isZero();
    }

    @Test
    void whatComesLaterIsFoundAsWell() {
        emulator.write("x");
        find("x", false, false);
        emulator.write("x x");
        search.refresh();
        search.refresh();
        assertThat(search.count()).isEqualTo(1);
        background.remove().run();

        assertThat(search.count()).isEqualTo(3);
        assertThat(search.index()).as("stays where it was").isEqualTo(1);
        assertThat(background).as("asked again meanwhile").hasSize(1);
    }

    @Test
    void onlyTheLastQueryIsAnswered() {
        emulator.write("a b b");
        search.find(new SearchQuery("a", false, false));
        search.find(new SearchQuery("b", false, false));
        background.remove().run();
        assertThat(search.count()).isZero();
        background.remove().run();
        assertThat(search.count()).isEqualTo(2);

        search.close();
        assertThat(search.count()).isZero();
        assertThat(search.current()).isNull();
    }

    @Test
    void theCountHasABound() {
        FakeEmulator wide = new FakeEmulator(200, 100);
        for (int row = 0; row < 200; row++) {
            wide.put(row, "x".repeat(100));
        }
        TerminalSearch all = new TerminalSearch(new TerminalModel(wide), Runnable::run, Runnable::run, () -> {});
        all.find(new SearchQuery("x", false, false));

        assertThat(all.count()).isEqualTo(SearchScan.MAX_FOUND);
    }

    private void find(String text, boolean isCaseSensitive, boolean isRegex) {
        search.find(new SearchQuery(text, isCaseSensitive, isRegex));
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    private static TextRange range(long line, int column, long endLine, int endColumn) {
        return new TextRange(new Position(line, column), new Position(endLine, endColumn));
    }
}
