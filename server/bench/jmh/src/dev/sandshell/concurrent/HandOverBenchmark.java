package dev.sandshell.concurrent;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The outbox: by one thread alone, which is its own cost, and there and back between two, which is that of waking. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class HandOverBenchmark {
    private static final String MESSAGE = "message";

    private final BoundedOutbox<String> there = new BoundedOutbox<>(lane -> {});
    private final BoundedOutbox<String> back = new BoundedOutbox<>(lane -> {});
    private final BoundedOutbox<String> alone = new BoundedOutbox<>(lane -> {});
    private Thread echo;

    @Setup
    public void start() {
        echo = new Thread(this::answer, "echo");
        echo.setDaemon(true);
        echo.start();
    }

    private void answer() {
        try {
            while (there.await()) {
                back.put("session-1", there.poll(), 256);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @TearDown
    public void stop() {
        there.close();
    }

    @Benchmark
    public String withinOneThread() throws InterruptedException {
        alone.put("session-1", MESSAGE, 256);
        return alone.poll();
    }

    @Benchmark
    public String thereAndBack() throws InterruptedException {
        there.put("session-1", MESSAGE, 256);
        back.await();
        return back.poll();
    }
}
