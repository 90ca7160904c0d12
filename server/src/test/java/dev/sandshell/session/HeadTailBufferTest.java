package dev.sandshell.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.Bytes;
import dev.sandshell.concurrent.ByteBudget;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A buffer with a cap holds what a plain array would, cut to its first and its last bytes. */
final class HeadTailBufferTest {
    private static final ByteBudget PLENTY = new ByteBudget(Long.MAX_VALUE);

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /** With arrays that compare by what is in them. */
    private record Kept(ByteBuffer bytes, int headLength, long total) {
        static Kept of(ExecResult.Collected collected) {
            return new Kept(ByteBuffer.wrap(collected.bytes()), collected.headLength(), collected.total());
        }
    }

    /** What the class promises, in the plainest words: half of the cap, rounded up, from the front, the rest from the end. */
    private static Kept model(byte[] all, int cap) {
        int headCap = cap - cap / 2;
        if (all.length <= cap) {
            return new Kept(ByteBuffer.wrap(all), Math.min(all.length, headCap), all.length);
        }
        byte[] head = Arrays.copyOf(all, headCap);
        byte[] tail = Arrays.copyOfRange(all, all.length - cap / 2, all.length);
        return new Kept(ByteBuffer.wrap(Bytes.concat(head, tail)), headCap, all.length);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyAppendsLeaveWhatThePlainModelLeaves(long seed) {
        Random random = new Random(seed);
        int cap = random.nextInt(4) == 0 ? random.nextInt(4) : random.nextInt(2_000);
        HeadTailBuffer buffer = new HeadTailBuffer(cap, PLENTY);
        byte[] all = {};
        for (int i = 0; i < 30; i++) {
            byte[] source = new byte[random.nextInt(random.nextBoolean() ? 10 : 1_500)];
            random.nextBytes(source);
            int from = random.nextInt(source.length + 1);
            int length = random.nextInt(source.length - from + 1);
            buffer.append(source, from, length);
            all = Bytes.concat(all, Arrays.copyOfRange(source, from, from + length));
            assertThat(Kept.of(buffer.collected()))
                    .as("seed %d, cap %d, after %d bytes", seed, cap, all.length)
                    .isEqualTo(model(all, cap));
        }
    }

    @ParameterizedTest(name = "cap {0}")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void theSmallestCapsHoldForEveryLength(int cap) {
        HeadTailBuffer buffer = new HeadTailBuffer(cap, PLENTY);
        byte[] all = {};
        for (int i = 0; i < 12; i++) {
            assertThat(Kept.of(buffer.collected())).isEqualTo(model(all, cap));
            byte[] one = {(byte) i};
            buffer.append(one, 0, 1);
            all = Bytes.concat(all, one);
        }
    }

    @Test
    void whatIsSkippedIsCountedAndNotKept() {
        HeadTailBuffer buffer = new HeadTailBuffer(8, PLENTY);
        buffer.skip(5);
        assertThat(Kept.of(buffer.collected())).isEqualTo(new Kept(ByteBuffer.allocate(0), 0, 5));
    }

    @Test
    void releasingKeepsTheCountAlone() {
        HeadTailBuffer buffer = new HeadTailBuffer(4, PLENTY);
        buffer.append(new byte[] {1, 2, 3, 4, 5, 6}, 0, 6);
        buffer.release();
        assertThat(Kept.of(buffer.collected())).isEqualTo(new Kept(ByteBuffer.allocate(0), 0, 6));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whereTheBudgetIsUsedUpLessIsKeptButNothingWrong(long seed) {
        Random random = new Random(seed);
        ByteBudget budget = new ByteBudget(1 + random.nextInt(40_000));
        budget.take(1);
        HeadTailBuffer buffer = new HeadTailBuffer(1 + random.nextInt(60_000), budget);
        byte[] all = {};
        for (int i = 0; i < 20; i++) {
            byte[] source = new byte[random.nextInt(8_000)];
            random.nextBytes(source);
            buffer.append(source, 0, source.length);
            all = Bytes.concat(all, source);
            ExecResult.Collected kept = buffer.collected();
            int tail = kept.bytes().length - kept.headLength();
            assertThat(kept.total()).isEqualTo(all.length);
            assertThat(kept.bytes())
                    .isEqualTo(Bytes.concat(
                            Arrays.copyOf(all, kept.headLength()),
                            Arrays.copyOfRange(all, all.length - tail, all.length)));
        }
        buffer.release();
        assertThat(budget.taken()).isEqualTo(1);
    }

    @Test
    void theFirstAndTheLastBytesAreKeptWhateverIsLeftOfTheBudget() {
        ByteBudget none = new ByteBudget(1);
        none.take(1);
        HeadTailBuffer buffer = new HeadTailBuffer(1 << 20, none);
        byte[] all = new byte[100_000];
        new Random(1).nextBytes(all);
        buffer.append(all, 0, all.length);
        ExecResult.Collected kept = buffer.collected();
        assertThat(kept.headLength()).isEqualTo(HeadTailBuffer.ALWAYS);
        assertThat(kept.bytes()).hasSize(2 * HeadTailBuffer.ALWAYS);
        assertThat(kept.isTruncated()).isTrue();
    }
}
