package dev.sandshell.intellij.core.terminal.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.intellij.core.terminal.view.Selection.Unit;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private final FakeEmulator emulator = new FakeEmulator(4, 10);
    private final Selection selection = new Selection();

    @Test
    void dragTakesCharactersFromBorderToBorder() {
        emulator.put(0, "hello you");
        begin(0, 1, true, Unit.CHARACTER);
        extend(0, 6, false);

        assertThat(text()).isEqualTo("llo ");
    }

    @Test
    void dragGoesBackwardsAsWell() {
        emulator.put(0, "one");
        emulator.put(1, "two");
        begin(1, 1, false, Unit.CHARACTER);
        extend(0, 1, false);

        assertThat(text()).isEqualTo("ne\nt");
    }

    @Test
    void clickAloneSelectsNothing() {
        emulator.put(0, "hello");
        begin(0, 1, true, Unit.CHARACTER);

        assertThat(selection.range()).isNull();
    }

    @Test
    void wideCharactersAreWhole() {
        emulator.put(0, "a日本b");
        begin(0, 2, false, Unit.CHARACTER);
        extend(0, 3, false);
        assertThat(text()).isEmpty();

        extend(0, 4, false);
        assertThat(text()).isEqualTo("本");
    }

    @Test
    void wrappedLinesAreOneWord() {
        emulator.write("see /usr/share/doc/a.txt now");

        begin(2, 2, false, Unit.WORD);
        assertThat(text()).isEqualTo("/usr/share/doc/a.txt");
    }

    @Test
    void wordsAreAddedAsAWhole() {
        emulator.put(0, "ab cd ef");
        begin(0, 4, false, Unit.WORD);
        extend(0, 6, false);
        assertThat(text()).isEqualTo("cd ef");

        extend(0, 0, false);
        assertThat(text()).isEqualTo("ab cd");
    }

    @Test
    void otherSignsAndBlanksAreRunsOfTheirOwn() {
        emulator.put(0, "((x))   y");
        begin(0, 0, false, Unit.WORD);
        assertThat(text()).isEqualTo("((");
        begin(0, 6, false, Unit.WORD);
        assertThat(selection.range()).isEqualTo(new TextRange(new Position(0, 5), new Position(0, 8)));
    }

    @Test
    void threeClicksTakeALineAndItsEnd() {
        emulator.write("0123456789abc");
        emulator.write("next");

        begin(1, 5, false, Unit.of(3));
        assertThat(text()).isEqualTo("0123456789abc\n");
    }

    @Test
    void everythingHasNoBlanksAtEndsOfLines() {
        emulator.put(0, "a  ");
        emulator.put(2, " b ");
        selection.all(Lines.of(emulator));

        assertThat(text()).isEqualTo("a\n\n b\n\n");
    }

    @Test
    void staysWithItsTextWhenThatGoesUp() {
        emulator.put(3, "keep me");
        begin(3, 0, false, Unit.CHARACTER);
        extend(3, 3, true);
        emulator.write("more\nand\nmore\nand\nmore");

        assertThat(text()).isEqualTo("keep");
    }

    private void begin(int row, int column, boolean isInRightHalf, Unit unit) {
        selection.begin(Lines.of(emulator), place(row, column), isInRightHalf, unit);
    }

    private void extend(int row, int column, boolean isInRightHalf) {
        selection.extend(Lines.of(emulator), place(row, column), isInRightHalf);
    }

    private Position place(int row, int column) {
        return new Position(emulator.topLine() + row, column);
    }

    private String text() {
        TextRange range = selection.range();
        return range == null ? "" : SelectedText.of(Lines.of(emulator), range);
    }
}
