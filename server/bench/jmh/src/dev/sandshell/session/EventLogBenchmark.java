package dev.sandshell.session;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Appending to a full log, which forgets as much as it takes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EventLogBenchmark {
    @Param({"80", "65536"})
    private int length;

    private EventLog log;
    private String text;
    private long seq;

    @Setup
    public void prepare() {
        log = new EventLog(1 << 20, 4_096, new EventLog.Budget(64 << 20));
        text = "x".repeat(length);
    }

    @Benchmark
    public EventLog append() {
        seq++;
        OutputChunk chunk = new OutputChunk(seq, "exec-1", StreamName.STDOUT, seq * length, length, text, null);
        log.append(new SessionEvent.Output("s", chunk, true), gone -> {});
        return log;
    }
}
