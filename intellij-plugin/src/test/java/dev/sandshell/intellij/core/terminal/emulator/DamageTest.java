package dev.sandshell.intellij.core.terminal.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.intellij.core.terminal.Damage;
import dev.sandshell.intellij.core.terminal.ScreenLine;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who follows the damage has the picture. */
final class DamageTest {
    /** What somebody shows who asks for nothing but what has changed. */
    private static final class Picture {
        private final List<ScreenLine> above = new ArrayList<>();
        private final List<ScreenLine> screen = new ArrayList<>();

        Damage follow(XtermEmulator emulator) {
            Damage damage = emulator.takeDamage();
            int rows = emulator.size().rows();
            while (screen.size() < rows) {
                screen.add(ScreenLine.EMPTY);
            }
            screen.subList(rows, screen.size()).clear();
            screen.subList(0, Math.min(damage.scrolled(), rows)).clear();
            while (screen.size() < rows) {
                screen.add(ScreenLine.EMPTY);
            }
            damage.rows().stream().forEach(row -> screen.set(row, emulator.line(row)));
            return damage;
        }

        /** The history, which nobody copies before it is looked at. */
        void lookUp(XtermEmulator emulator) {
            above.clear();
            for (int row = -emulator.historySize(); row < 0; row++) {
                above.add(emulator.line(row));
            }
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    private static List<ScreenLine> screen(XtermEmulator emulator) {
        List<ScreenLine> lines = new ArrayList<>();
        for (int row = 0; row < emulator.size().rows(); row++) {
            lines.add(emulator.line(row));
        }
        return lines;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void thePictureIsTheScreen(long seed) {
        RandomTraffic traffic = new RandomTraffic(seed);
        RecordedTerminal terminal = new RecordedTerminal(6, 20, 30);
        Picture picture = new Picture();
        for (int i = 0; i < 100; i++) {
            String written = traffic.next(1 + traffic.cut(5));
            terminal.write(written);
            if (i % 17 == 16) {
                terminal.resize(2 + traffic.cut(6), 2 + traffic.cut(20));
            }
            picture.follow(terminal.emulator);
            assertThat(picture.screen).as(written).isEqualTo(screen(terminal.emulator));
            assertThat(terminal.emulator.takeDamage().isEmpty()).isTrue();
        }
    }

    /** Of the history, all that there was is still there, and in its place, as long as nothing else is said. */
    @ParameterizedTest
    @MethodSource("seeds")
    void theHistoryGrowsAtItsEnd(long seed) {
        RandomTraffic traffic = new RandomTraffic(seed);
        RecordedTerminal terminal = new RecordedTerminal(4, 20, 1_000);
        Picture picture = new Picture();
        for (int i = 0; i < 100; i++) {
            String written = traffic.next(3) + (i % 3 == 0 ? "\n".repeat(traffic.cut(6)) : "");
            picture.lookUp(terminal.emulator);
            List<ScreenLine> before = List.copyOf(picture.above);
            terminal.write(written);
            boolean isHistoryChanged = picture.follow(terminal.emulator).isHistoryChanged();
            picture.lookUp(terminal.emulator);
            if (!isHistoryChanged && !before.isEmpty()) {
                // The last one may go on in another row now, which is no news above the screen.
                int kept = before.size() - 1;
                assertThat(picture.above.subList(0, kept)).as(written).isEqualTo(before.subList(0, kept));
            }
        }
    }

    @Test
    void aLineIsOneRow() {
        RecordedTerminal terminal = new RecordedTerminal(5, 20);
        terminal.emulator.takeDamage();
        terminal.write("\u001b[3;2Hx");
        assertThat(terminal.emulator.takeDamage()).isEqualTo(new Damage(0, rows(2), false));
    }

    @Test
    void movingTheCursorIsNone() {
        RecordedTerminal terminal = new RecordedTerminal(5, 20);
        terminal.emulator.takeDamage();
        terminal.write("\u001b[3;2H\u001b[1m\n\r\b");
        assertThat(terminal.emulator.takeDamage().isEmpty()).isTrue();
    }

    @Test
    void scrollingMovesThePicture() {
        RecordedTerminal terminal = new RecordedTerminal(5, 20).write("1\r\n2\r\n3\r\n4\r\n5");
        terminal.emulator.takeDamage();
        terminal.write("\r\n6\r\n7");
        assertThat(terminal.emulator.takeDamage()).isEqualTo(new Damage(2, rows(2, 3, 4), false));
    }

    @Test
    void aFloodIsAScreenfulAndSaysHowMuchHasGoneBy() {
        RecordedTerminal terminal = new RecordedTerminal(5, 20);
        terminal.emulator.takeDamage();
        terminal.write("y\r\n".repeat(1_000));
        assertThat(terminal.emulator.takeDamage()).isEqualTo(new Damage(996, rows(0, 1, 2, 3, 4), false));
    }

    @Test
    void anotherScreenIsAnotherPicture() {
        RecordedTerminal terminal = new RecordedTerminal(3, 20).write("1\r\n2\r\n3\r\n4");
        terminal.emulator.takeDamage();
        terminal.write("\u001b[?1049h");
        assertThat(terminal.emulator.takeDamage()).isEqualTo(new Damage(0, rows(0, 1, 2), true));
        assertThat(terminal.emulator.historySize()).isZero();
        terminal.write("\u001b[?1049l");
        assertThat(terminal.emulator.takeDamage()).isEqualTo(new Damage(0, rows(0, 1, 2), true));
        assertThat(terminal.emulator.historySize()).isEqualTo(1);
    }

    @Test
    void forgettingTheHistoryIsToldOf() {
        RecordedTerminal terminal = new RecordedTerminal(3, 20).write("1\r\n2\r\n3\r\n4");
        terminal.emulator.takeDamage();
        terminal.write("\u001b[3J");
        assertThat(terminal.emulator.takeDamage()).isEqualTo(new Damage(0, rows(), true));
        assertThat(terminal.emulator.historySize()).isZero();
    }

    private static BitSet rows(int... rows) {
        BitSet set = new BitSet();
        for (int row : rows) {
            set.set(row);
        }
        return set;
    }
}
