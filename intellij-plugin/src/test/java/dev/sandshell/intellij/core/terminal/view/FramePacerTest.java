package dev.sandshell.intellij.core.terminal.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class FramePacerTest {
    private final Queue<Runnable> scheduled = new ArrayDeque<>();
    private final List<Duration> delays = new ArrayList<>();
    private long now = 1_000_000_000;
    private int frames;

    private final FramePacer pacer = new FramePacer(
            () -> now,
            (delay, task) -> {
                delays.add(delay);
                scheduled.add(task);
            },
            () -> frames++);

    @Test
    void manyChangesAreOneFrame() {
        pacer.request();
        pacer.request();
        pacer.request();
        assertThat(scheduled).hasSize(1);
        scheduled.remove().run();

        assertThat(frames).isEqualTo(1);
        assertThat(delays).containsExactly(Duration.ZERO);
    }

    @Test
    void nextFrameComesAnIntervalAfterTheLast() {
        pacer.request();
        scheduled.remove().run();
        now += 5_000_000;
        pacer.request();
        scheduled.remove().run();
        now += 100_000_000;
        pacer.request();

        assertThat(delays).containsExactly(Duration.ZERO, FramePacer.INTERVAL.minusMillis(5), Duration.ZERO);
    }

    @Test
    void changeDuringAFrameIsShownInTheNext() {
        FramePacer[] self = new FramePacer[1];
        self[0] = new FramePacer(() -> now, (delay, task) -> scheduled.add(task), () -> {
            if (frames++ == 0) {
                self[0].request();
            }
        });
        self[0].request();
        scheduled.remove().run();
        assertThat(scheduled).hasSize(1);
        scheduled.remove().run();

        assertThat(frames).isEqualTo(2);
        assertThat(scheduled).isEmpty();
    }
}
