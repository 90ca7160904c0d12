package dev.sandshell.posix;

import static dev.sandshell.posix.LoopCalls.onLoop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.concurrent.Scheduler;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The loop runs tasks, timers and handlers one at a time, each in its order, until it is closed. */
@Timeout(30)
final class EventLoopTest {
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private EventLoop loop;

    @TempDir
    Path folder;

    @BeforeEach
    void startLoop() throws PosixException {
        loop = new EventLoop("test-loop");
        loop.start();
    }

    @AfterEach
    void closeLoop() {
        loop.close();
    }

    /** Waits until what was given to the loop before has run. */
    private void settle() {
        CompletableFuture<Void> reached = new CompletableFuture<>();
        loop.execute(() -> reached.complete(null));
        reached.join();
    }

    // ---- tasks

    @Test
    void tasksRunInTheirOrderOnTheLoopsThread() {
        for (int i = 0; i < 1_000; i++) {
            String name = "task " + i;
            loop.execute(() -> events.add(loop.isCurrent() ? name : "elsewhere"));
        }
        settle();
        assertThat(events)
                .isEqualTo(IntStream.range(0, 1_000).mapToObj(i -> "task " + i).toList());
        assertThat(loop.isCurrent()).isFalse();
    }

    @Test
    void theOrderOfEachThreadHolds() throws InterruptedException {
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(number -> new Thread(() -> {
                    for (int i = 0; i < 500; i++) {
                        String name = number + ":" + i;
                        loop.execute(() -> events.add(name));
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        settle();
        for (int number = 0; number < 4; number++) {
            String prefix = number + ":";
            assertThat(events.stream().filter(event -> event.startsWith(prefix)).toList())
                    .isEqualTo(IntStream.range(0, 500).mapToObj(i -> prefix + i).toList());
        }
    }

    @Test
    void aTaskThatFailsDoesNotEndTheLoop() {
        Logger log = Logger.getLogger(EventLoop.class.getName());
        log.setLevel(Level.OFF);
        try {
            loop.execute(() -> {
                throw new IllegalStateException("on purpose");
            });
            loop.execute(() -> events.add("next"));
            settle();
        } finally {
            log.setLevel(null);
        }
        assertThat(events).containsExactly("next");
    }

    @Test
    void whatTheLoopGivesItselfWaitsForItsTurn() {
        loop.execute(() -> {
            loop.execute(() -> events.add("later"));
            events.add("first");
        });
        settle();
        settle();
        assertThat(events).containsExactly("first", "later");
    }

    @Test
    void whatIsDoneLastMayAskForMoreOfItsKind() {
        CountDownLatch done = new CountDownLatch(1);
        loop.execute(() -> loop.executeLast(() -> loop.executeLast(done::countDown)));
        await(done);
        assertThat(done.getCount()).isZero();
    }

    // ---- timers

    @Test
    void timersFireInTheOrderOfTheirTime() {
        CountDownLatch fired = new CountDownLatch(3);
        loop.execute(() -> {
            for (int delay : new int[] {30, 10, 20}) {
                loop.schedule(Duration.ofMillis(delay), () -> {
                    events.add("after " + delay);
                    fired.countDown();
                });
            }
        });
        await(fired);
        assertThat(events).containsExactly("after 10", "after 20", "after 30");
    }

    @Test
    void aCancelledTimerDoesNotFire() {
        CountDownLatch over = new CountDownLatch(1);
        loop.execute(() -> {
            var cancelled = loop.schedule(Duration.ofMillis(5), () -> events.add("cancelled"));
            loop.schedule(Duration.ofMillis(10), over::countDown);
            cancelled.cancel();
            cancelled.cancel();
        });
        await(over);
        assertThat(events).isEmpty();
    }

    @Test
    void aCancelledTimerHoldsNothingUntilItsTime() {
        WeakReference<Object> held = new WeakReference<>(onLoop(loop, () -> {
            Object large = new Object();
            Runnable task = () -> events.add(large.toString());
            loop.schedule(Duration.ofDays(1), task).cancel();
            // Nor where it is not in the loop's hands yet.
            CompletableFuture.supplyAsync(() -> loop.schedule(Duration.ofDays(1), task))
                    .join()
                    .cancel();
            return large;
        }));
        settle();
        while (!held.refersTo(null) && !Thread.currentThread().isInterrupted()) {
            System.gc();
        }
        assertThat(held.refersTo(null)).isTrue();
    }

    @Test
    void aTimerThatAnotherOneCancelsDoesNotFireInTheSameRound() {
        CountDownLatch over = new CountDownLatch(1);
        loop.execute(() -> {
            List<Scheduler.Cancellable> second = new ArrayList<>();
            loop.schedule(Duration.ZERO, () -> second.get(0).cancel());
            second.add(loop.schedule(Duration.ofNanos(1), () -> events.add("second")));
            loop.schedule(Duration.ofMillis(5), over::countDown);
        });
        await(over);
        assertThat(events).isEmpty();
    }

    // ---- descriptors

    @Test
    void aFifoIsReadWhenSomethingIsWrittenToIt() throws IOException {
        Path path = folder.resolve("fifo");
        Fifo.make(path.toString());
        CompletableFuture<String> read = new CompletableFuture<>();
        Descriptor reader = onLoop(loop, () -> {
            Descriptor opened = Descriptor.openForReading(path.toString());
            loop.watch(opened, canGoOn -> {
                NativeBuffer buffer = NativeBuffer.allocate(100);
                int count = opened.read(buffer);
                if (count > 0) {
                    byte[] found = new byte[count];
                    buffer.bytes().flip().get(found);
                    read.complete(new String(found, StandardCharsets.UTF_8));
                }
            });
            return opened;
        });
        Files.write(path, "hello".getBytes(StandardCharsets.UTF_8), StandardOpenOption.WRITE);
        assertThat(read.join()).isEqualTo("hello");
        onLoop(loop, () -> {
            loop.unwatch(reader);
            reader.close();
            return true;
        });
    }

    @Test
    void somethingToReadIsToldApartFromAWriterThatHasGone() throws IOException {
        Path path = folder.resolve("fifo");
        Fifo.make(path.toString());
        List<Boolean> told = new ArrayList<>();
        CompletableFuture<Boolean> gone = new CompletableFuture<>();
        Descriptor reader = onLoop(loop, () -> {
            Descriptor opened = Descriptor.openForReading(path.toString());
            NativeBuffer buffer = NativeBuffer.allocate(100);
            loop.watch(opened, canGoOn -> {
                told.add(canGoOn);
                buffer.bytes().clear();
                opened.read(buffer);
                if (!canGoOn) {
                    gone.complete(true);
                }
            });
            return opened;
        });
        Descriptor writer = onLoop(loop, () -> {
            Descriptor opened = Descriptor.openForWriting(path.toString());
            NativeBuffer text = NativeBuffer.allocate(1);
            opened.writeFully(text);
            return opened;
        });
        settle();
        onLoop(loop, () -> {
            writer.close();
            return true;
        });
        assertThat(gone.join()).isTrue();
        assertThat(told).startsWith(true).endsWith(false);
        onLoop(loop, () -> {
            loop.unwatch(reader);
            reader.close();
            return true;
        });
    }

    @Test
    void whatIsNotWatchedAnyMoreIsNotCalled() throws IOException {
        Path path = folder.resolve("fifo");
        Fifo.make(path.toString());
        Descriptor reader = onLoop(loop, () -> {
            Descriptor opened = Descriptor.openForReading(path.toString());
            loop.watch(opened, canGoOn -> events.add("ready"));
            loop.unwatch(opened);
            return opened;
        });
        Files.write(path, "hello".getBytes(StandardCharsets.UTF_8), StandardOpenOption.WRITE);
        settle();
        settle();
        assertThat(events).isEmpty();
        onLoop(loop, () -> {
            reader.close();
            return true;
        });
    }

    // ---- its end

    @Test
    void afterTheCloseNothingRuns() {
        loop.close();
        loop.execute(() -> events.add("task"));
        loop.schedule(Duration.ZERO, () -> events.add("timer"));
        loop.close();
        assertThat(events).isEmpty();
    }

    @Test
    void aThreadThatWaitsForRoomIsLetGo() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        loop.execute(() -> {
            entered.countDown();
            await(release);
        });
        await(entered);
        Thread flood = new Thread(() -> {
            for (int i = 0; i < 20_000; i++) {
                loop.execute(() -> {});
            }
            events.add("through");
        });
        flood.start();
        while (flood.getState() != Thread.State.WAITING && flood.isAlive()) {
            Thread.onSpinWait();
        }
        assertThat(events).as("it waits while too much is pending").isEmpty();
        release.countDown();
        flood.join();
        assertThat(events).containsExactly("through");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
