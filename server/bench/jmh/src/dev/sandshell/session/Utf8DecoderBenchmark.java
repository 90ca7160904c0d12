package dev.sandshell.session;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

/** Decoding chunks of 64 KiB; those of mixed text begin and end within a character. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Utf8DecoderBenchmark {
    private static final int CHUNK = 64 * 1024;

    @Param({"ascii", "mixed"})
    private String kind;

    private final Utf8Decoder decoder = new Utf8Decoder();
    private byte[] chunk;

    @Setup
    public void prepare() {
        // 18 bytes of mixed text do not divide a chunk, and every chunk is the same: most borders cut a character.
        String piece = kind.equals("ascii") ? "The quick brown fox\n" : "Grüße, 世界 😀";
        byte[] bytes = piece.repeat(CHUNK / piece.length() + 1).getBytes(StandardCharsets.UTF_8);
        chunk = Arrays.copyOf(bytes, CHUNK);
    }

    @Benchmark
    public String decode() {
        return decoder.decode(chunk, chunk.length);
    }
}
