package dev.sandshell.session;

import dev.sandshell.concurrent.ByteBudget;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The streams of one command: what is collected of each, and how its bytes become chunks. Confined to its command. */
final class ExecOutput {
    private static final class Stream {
        final HeadTailBuffer collected;
        final Utf8Decoder decoder = new Utf8Decoder();
        long offset;

        Stream(int cap, ByteBudget budget) {
            collected = new HeadTailBuffer(cap, budget);
        }
    }

    private final String execId;
    private final OutputEncoding encoding;
    private final Stream stdout;
    private final Stream stderr;
    private long lastNanos;
    private boolean isCollecting;

    ExecOutput(ExecRequest request, ByteBudget budget) {
        execId = request.execId();
        encoding = request.encoding();
        stdout = new Stream(request.outputCap(), budget);
        stderr = new Stream(request.outputCap(), budget);
        isCollecting = request.output().collects();
    }

    long total(StreamName stream) {
        return of(stream).collected.total();
    }

    /** When the last output came; meaningless before. */
    long lastNanos() {
        return lastNanos;
    }

    ExecResult.Collected collected(StreamName stream) {
        return of(stream).collected.collected();
    }

    /** Collects no more, and leaves what it has to the result that was made of it; that holds its part of the budget. */
    void drop() {
        isCollecting = false;
        stdout.collected.drop();
        stderr.collected.drop();
    }

    /** Lets go of what was collected, once nobody will ask for it. */
    void release() {
        isCollecting = false;
        stdout.collected.release();
        stderr.collected.release();
    }

    /** Takes bytes in; the chunk that they make, or null where they only begin a character. */
    @Nullable
    OutputChunk append(StreamName name, byte[] bytes, int length, long nanoTime, LongSupplier seq) {
        lastNanos = nanoTime;
        Stream stream = of(name);
        if (isCollecting) {
            stream.collected.append(bytes, 0, length);
        } else {
            stream.collected.skip(length);
        }
        if (encoding == OutputEncoding.BASE64) {
            return chunk(name, stream, length, null, Arrays.copyOf(bytes, length), seq);
        }
        int covered = stream.decoder.pendingBytes() + length;
        String text = stream.decoder.decode(bytes, length);
        covered -= stream.decoder.pendingBytes();
        return covered == 0 ? null : chunk(name, stream, covered, text, null, seq);
    }

    /** The stream has ended: what was left of an unfinished character, or null. */
    @Nullable
    OutputChunk end(StreamName name, LongSupplier seq) {
        Stream stream = of(name);
        int covered = stream.decoder.pendingBytes();
        return covered == 0 ? null : chunk(name, stream, covered, stream.decoder.finish(), null, seq);
    }

    private OutputChunk chunk(
            StreamName name,
            Stream stream,
            int length,
            @Nullable String text,
            byte @Nullable [] bytes,
            LongSupplier seq) {
        long offset = stream.offset;
        stream.offset += length;
        return new OutputChunk(seq.getAsLong(), execId, name, offset, length, text, bytes);
    }

    private Stream of(StreamName name) {
        // What a terminal shows is collected as the standard output.
        return name == StreamName.STDERR ? stderr : stdout;
    }
}
