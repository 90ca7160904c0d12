package dev.sandshell.intellij.core.terminal.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.intellij.core.terminal.Cell;
import dev.sandshell.intellij.core.terminal.CellStyle;
import dev.sandshell.intellij.core.terminal.CellStyle.Attribute;
import dev.sandshell.intellij.core.terminal.Cursor;
import dev.sandshell.intellij.core.terminal.ScreenLine;
import dev.sandshell.intellij.core.terminal.TerminalColour;
import dev.sandshell.intellij.core.terminal.TerminalModel;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever has happened between frames, the picture is the one that a new image would have. */
class ScreenImageTest {
    private static final int ROWS = 12;
    private static final int COLUMNS = 40;
    private static final List<Cursor.Shape> SHAPES = List.of(Cursor.Shape.values());
    private static final String CHARACTERS = "abcXYZ  .,|_gjy日本漢─│┼╔█▒éΩ";

    private final FakeEmulator emulator = new FakeEmulator(ROWS, COLUMNS);
    private final TerminalModel model = new TerminalModel(emulator);
    private final Selection selection = new Selection();
    private final TerminalSearch search = new TerminalSearch(model, Runnable::run, Runnable::run, () -> {});
    private final Markings markings = new Markings(selection, search);
    private final CursorState cursorState = new CursorState();
    private final Viewport viewport = new Viewport();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void movedRowsAreWhatAFullPaintMakes(long seed) {
        Random random = new Random(seed);
        double scale = List.of(1.0, 1.5, 2.0).get(random.nextInt(3));
        Look look = new Look(new TestScheme(), new TestScheme(), scale);
        TerminalScreen screen = screen(look);
        search.find(new SearchQuery("a", false, false));
        for (int frame = 0; frame < 60; frame++) {
            change(random);
            screen.read();
            search.refresh();
            screen.paint();

            TerminalScreen fresh = screen(look);
            fresh.read();
            fresh.paint();
            assertThat(pixels(screen)).as("seed %d, frame %d", seed, frame).isEqualTo(pixels(fresh));
        }
        assertThat(screen.rowsPainted()).isLessThan(60 * ROWS * 3 / 4);
    }

    private TerminalScreen screen(Look look) {
        return new TerminalScreen(
                model,
                viewport,
                markings,
                cursorState,
                () -> look,
                (width, height) -> new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
    }

    private void change(Random random) {
        for (int change = random.nextInt(4); change >= 0; change--) {
            switch (random.nextInt(8)) {
                case 0, 1 -> emulator.put(random.nextInt(ROWS), line(random));
                case 2 -> {
                    for (int line = random.nextInt(4); line >= 0; line--) {
                        emulator.scroll(line(random));
                    }
                }
                case 3 -> viewport.scrollBackTo(random.nextInt(30));
                case 4 -> viewport.scrollBackTo(0);
                case 5 ->
                    emulator.cursor(new Cursor(
                            random.nextInt(ROWS),
                            random.nextInt(COLUMNS),
                            SHAPES.get(random.nextInt(SHAPES.size())),
                            false,
                            random.nextBoolean()));
                case 6 -> cursorState.focus(random.nextBoolean());
                default -> select(random);
            }
        }
    }

    private void select(Random random) {
        model.read(emulator -> {
            Lines lines = Lines.of(emulator);
            selection.begin(
                    lines, place(lines, random), random.nextBoolean(), Selection.Unit.of(1 + random.nextInt(3)));
            selection.extend(lines, place(lines, random), random.nextBoolean());
            return lines;
        });
    }

    private static Position place(Lines lines, Random random) {
        return new Position(
                lines.end() - 1 - random.nextInt((int) (lines.end() - lines.first())), random.nextInt(COLUMNS));
    }

    private static ScreenLine line(Random random) {
        List<Cell> cells = new ArrayList<>();
        int length = random.nextInt(COLUMNS + 1);
        while (cells.size() < length) {
            Set<Attribute> attributes = EnumSet.noneOf(Attribute.class);
            for (Attribute attribute : Attribute.values()) {
                if (random.nextInt(8) == 0) {
                    attributes.add(attribute);
                }
            }
            CellStyle style = new CellStyle(
                    new TerminalColour.Indexed(random.nextInt(256)),
                    random.nextBoolean()
                            ? TerminalColour.Default.COLOUR
                            : new TerminalColour.Rgb(random.nextInt(1 << 24)),
                    attributes,
                    null);
            int at = random.nextInt(CHARACTERS.length());
            cells.addAll(FakeEmulator.cells(CHARACTERS.substring(at, at + 1), style));
        }
        return new ScreenLine(cells.subList(0, Math.min(COLUMNS, cells.size())), false);
    }

    private static int[] pixels(TerminalScreen screen) {
        BufferedImage picture = Objects.requireNonNull(screen.picture());
        return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    }
}
