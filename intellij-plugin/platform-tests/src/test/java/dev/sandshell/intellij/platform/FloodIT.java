package dev.sandshell.intellij.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.intellij.core.terminal.view.PaintedFrames;
import dev.sandshell.intellij.core.terminal.view.TerminalView;
import java.awt.EventQueue;
import java.awt.event.KeyEvent;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A program that prints as fast as it can leaves the UI thread free. */
final class FloodIT extends WindowTest {
    /** More by hand: what a continuous build can wait for is little. */
    private static final int MEGABYTES =
            Integer.parseInt(Objects.requireNonNullElse(System.getenv("FLOOD_MEGABYTES"), "5"));

    private static final long PAUSE_NS = 5_000_000;

    /** The terminal of the project's session. */
    private TerminalView terminal;

    @BeforeEach
    void open() {
        frame.clickTerminal();
        Waiting.until(() -> service().tabs().isFocused(view.id()), () -> "no focus");
        terminal = Objects.requireNonNull(frame.terminal());
    }

    @Test
    void fewFramesAreMadeOfManyLines() {
        // What the first frames have to load is none of it.
        frame.keyboard().type("seq 1000\n");
        Waiting.until(() -> frame.text().contains("\n1000\n"), frame::text);
        Thread ui = Waiting.onUi(Thread::currentThread);
        PaintedFrames framesBefore = PaintedFrames.of(terminal);
        long uiBefore = cpu(ui);
        long emulatorBefore = cpu(emulator());
        long begin = System.nanoTime();
        List<Long> late = new ArrayList<>();
        frame.keyboard().type("yes | head -c " + MEGABYTES + "000000; echo th''at was it\n");
        while (!frame.text().contains("\nthat was it\n")) {
            late.add(lateness());
            LockSupport.parkNanos(PAUSE_NS);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        PaintedFrames painted = PaintedFrames.of(terminal).since(framesBefore);
        double uiSeconds = (cpu(ui) - uiBefore) / 1e9;
        // The terminal's line feeds have a carriage return each.
        double written = MEGABYTES * 1.5;
        double emulatorSeconds = (cpu(emulator()) - emulatorBefore) / 1e9;
        Collections.sort(late);
        System.out.printf(
                "A flood of %.1f MB in %.1f s: %d frames with %d rows painted, in which the UI thread was for %.0f %% of the time; "
                        + "its processor time %.0f %%; an event waited %.1f ms (p50), %.1f ms (p99), %.1f ms at most; "
                        + "the emulator %.0f MB a second of its processor time%n",
                written,
                seconds,
                painted.frames(),
                painted.rows(),
                painted.nanos() / 1e7 / seconds,
                100 * uiSeconds / seconds,
                late.get(late.size() / 2) / 1e6,
                late.get(late.size() * 99 / 100) / 1e6,
                late.get(late.size() - 1) / 1e6,
                written / emulatorSeconds);
        assertThat(painted.frames()).isPositive().isLessThan(MEGABYTES * 500_000L / 100);
        assertThat(uiSeconds).isLessThan(seconds / 2);
    }

    @Test
    void whatIsTypedReachesAFloodWithoutAnEnd() {
        frame.keyboard().type("yes\n");
        Waiting.until(() -> frame.text().endsWith("y\ny"), frame::text);
        frame.keyboard().press(KeyEvent.VK_C, KeyEvent.VK_CONTROL);
        frame.keyboard().type("echo th''at was it\n");
        Waiting.until(() -> frame.text().contains("\nthat was it\n"), frame::text);
    }

    /** How long an event waits for its turn. */
    private static long lateness() {
        assertThat(EventQueue.isDispatchThread()).isFalse();
        long begin = System.nanoTime();
        return Waiting.onUi(System::nanoTime) - begin;
    }

    private Thread emulator() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("terminal-" + view.id()))
                .findFirst()
                .orElseThrow();
    }

    private static long cpu(Thread thread) {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
    }
}
