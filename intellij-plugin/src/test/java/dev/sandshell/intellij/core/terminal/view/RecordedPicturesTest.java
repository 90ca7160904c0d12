package dev.sandshell.intellij.core.terminal.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.intellij.core.terminal.Emulator;
import dev.sandshell.intellij.core.terminal.TerminalModel;
import dev.sandshell.intellij.core.terminal.emulator.XtermEmulator;
import dev.sandshell.protocol.TerminalSize;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What real programs sent, a few characters a frame: the picture is the one that is made of the end alone. */
class RecordedPicturesTest implements Emulator.Listener {
    private final XtermEmulator emulator = new XtermEmulator(new TerminalSize(10, 60), this, 15);
    private final TerminalModel model = new TerminalModel(emulator);
    private final TerminalSearch search = new TerminalSearch(model, Runnable::run, Runnable::run, () -> {});
    private final Viewport viewport = new Viewport();
    private final Look look = new Look(new TestScheme(), new TestScheme(), 1);

    @ParameterizedTest
    @ValueSource(strings = {"vim", "less", "scroll-region", "alternate-screen", "wide", "progress", "attributes"})
    void framesOnTheWayDoNotMatter(String name) throws IOException {
        String raw = Files.readString(Path.of(System.getProperty("sandshell.fixtures"), "terminal", name + ".raw"));
        Random random = new Random(name.hashCode());
        TerminalScreen screen = screen();
        int at = 0;
        while (at < raw.length()) {
            int end = Math.min(raw.length(), at + 1 + random.nextInt(200));
            model.write(raw.substring(at, end));
            at = end;
            viewport.scrollBackTo(random.nextBoolean() ? 0 : random.nextInt(5));
            screen.read();
            screen.paint();

            TerminalScreen fresh = screen();
            fresh.read();
            fresh.paint();
            assertThat(pixels(screen)).as("%s at %d", name, at).isEqualTo(pixels(fresh));
        }
    }

    private TerminalScreen screen() {
        return new TerminalScreen(
                model,
                viewport,
                new Markings(new Selection(), search),
                new CursorState(),
                () -> look,
                (width, height) -> new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
    }

    private static int[] pixels(TerminalScreen screen) {
        BufferedImage picture = Objects.requireNonNull(screen.picture());
        return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    }

    @Override
    public void replied(String text) {}

    @Override
    public void titled(String title) {}

    @Override
    public void rang() {}
}
