package dev.sandshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.concurrent.ManualScheduler;
import dev.sandshell.posix.BlockedRead;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a command is looked at, and when that is told. */
final class InputWatchTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final ManualScheduler loop = new ManualScheduler();
    private final List<Runnable> looks = new ArrayList<>();
    private final List<Boolean> told = new ArrayList<>();
    private Optional<BlockedRead> reader = Optional.empty();
    private boolean isExhausted = true;
    private boolean isSecret;
    private int found;

    private final InputWatch watch = new InputWatch(
            loop,
            looks::add,
            new InputWatch.Source() {
                @Override
                public Optional<BlockedRead> findReader() {
                    found++;
                    return reader;
                }

                @Override
                public boolean isExhausted() {
                    return isExhausted;
                }

                @Override
                public boolean isSecret() {
                    return isSecret;
                }
            },
            told::add);

    /** Nobody's process, so that it is looked for anew each time. */
    private static Optional<BlockedRead> reads(int thread) {
        return Optional.of(new BlockedRead(Integer.MAX_VALUE, thread, 0, "0 0x0"));
    }

    private void passes(Duration time) {
        long end = loop.nanoTime() + time.toNanos();
        while (loop.nanoTime() < end) {
            loop.advance(Duration.ofMillis(10));
            looks.forEach(Runnable::run);
            looks.clear();
            loop.run();
        }
    }

    @Test
    void oneWaitIsToldOnce() {
        reader = reads(1);
        watch.begin();
        passes(LONG);
        assertThat(told).containsExactly(false);
    }

    @Test
    void whatIsTypedUnseenIsSecret() {
        reader = reads(1);
        isSecret = true;
        watch.begin();
        passes(LONG);
        assertThat(told).containsExactly(true);
    }

    @Test
    void nothingIsToldBeforeItIsQuiet() {
        reader = reads(1);
        watch.begin();
        for (int i = 0; i < 100; i++) {
            watch.active();
            passes(Duration.ofMillis(20));
        }
        assertThat(found).isZero();
        passes(InputWatch.QUIET.multipliedBy(2));
        assertThat(told).hasSize(1);
    }

    @Test
    void theNextWaitIsToldSoon() {
        reader = reads(1);
        watch.begin();
        passes(LONG);
        watch.active();
        passes(InputWatch.QUIET.multipliedBy(2));
        assertThat(told).hasSize(2);
        passes(LONG);
        assertThat(told).hasSize(2);
    }

    @Test
    void whoWasSeenNotToWaitIsToldOfAgain() {
        reader = reads(1);
        watch.begin();
        passes(LONG);
        reader = Optional.empty();
        passes(LONG);
        reader = reads(1);
        passes(LONG);
        assertThat(told).hasSize(2);
        reader = reads(2);
        passes(LONG);
        assertThat(told).hasSize(3);
    }

    @Test
    void whatStillHasToBeReadOrDeliveredIsNoWait() {
        reader = reads(1);
        isExhausted = false;
        watch.begin();
        passes(LONG);
        assertThat(told).isEmpty();
        isExhausted = true;
        passes(LONG);
        assertThat(told).hasSize(1);
    }

    @Test
    void whatHappensDuringALookMakesItWorthless() {
        reader = reads(1);
        watch.begin();
        loop.advance(InputWatch.QUIET);
        assertThat(looks).hasSize(1);
        watch.active();
        looks.remove(0).run();
        loop.run();
        assertThat(told).isEmpty();
        passes(InputWatch.QUIET.multipliedBy(2));
        assertThat(told).hasSize(1);
    }

    @Test
    void thereIsOneLookAtATimeAndFewerAsTimePasses() {
        watch.begin();
        loop.advance(LONG);
        assertThat(looks).hasSize(1);
        passes(LONG);
        found = 0;
        passes(LONG);
        assertThat(found).isBetween(55, 60);
    }

    @Test
    void afterTheEndALookIsNotTold() {
        reader = reads(1);
        watch.begin();
        loop.advance(InputWatch.QUIET);
        watch.end();
        looks.remove(0).run();
        loop.advance(LONG);
        assertThat(told).isEmpty();
        assertThat(looks).isEmpty();
        assertThat(loop.timers()).isEmpty();
    }

    @Test
    void afterTheEndNothingIsLookedAt() {
        watch.begin();
        passes(LONG);
        watch.end();
        watch.active();
        loop.advance(LONG);
        assertThat(looks).isEmpty();
        assertThat(loop.timers()).isEmpty();
    }
}
