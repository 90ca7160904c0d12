package dev.sandshell.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The log never exceeds its bounds, never reorders, and remembers what it has forgotten. */
final class OutputLogTest {
    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    private static OutputChunk chunk(long seq, String execId, int length) {
        return new OutputChunk(seq, execId, StreamName.STDOUT, 0, length, "", null);
    }

    private static OutputLog log(long maxBytes, int maxChunks) {
        return new OutputLog(maxBytes, maxChunks, new OutputLog.Budget(Long.MAX_VALUE));
    }

    @Test
    void whatFitsIsKeptInItsOrder() {
        OutputLog log = log(100, 10);
        log.append(chunk(1, "a", 10));
        log.append(chunk(2, "b", 10));
        log.append(chunk(5, "a", 10));
        assertThat(log.after("a", 0)).containsExactly(chunk(1, "a", 10), chunk(5, "a", 10));
        assertThat(log.after("a", 1)).containsExactly(chunk(5, "a", 10));
        assertThat(log.hasForgottenAfter("a", 0)).isFalse();
    }

    @Test
    void theOldestGoesFirstAndItsGapIsRemembered() {
        OutputLog log = log(25, 10);
        log.append(chunk(1, "a", 10));
        log.append(chunk(2, "b", 10));
        log.append(chunk(3, "b", 10));
        assertThat(log.after("a", 0)).isEmpty();
        assertThat(log.hasForgottenAfter("a", 0)).isTrue();
        assertThat(log.hasForgottenAfter("a", 1))
                .as("who has read it misses nothing")
                .isFalse();
        assertThat(log.hasForgottenAfter("b", 0)).isFalse();
    }

    @Test
    void manyTinyChunksAreBoundedByTheirCount() {
        OutputLog log = log(1_000, 3);
        for (int seq = 1; seq <= 5; seq++) {
            log.append(chunk(seq, "a", 1));
        }
        assertThat(log.after("a", 0)).containsExactly(chunk(3, "a", 1), chunk(4, "a", 1), chunk(5, "a", 1));
    }

    @Test
    void aChunkThatIsLargerThanTheLogLeavesItEmpty() {
        OutputLog log = log(10, 3);
        log.append(chunk(1, "a", 5));
        log.append(chunk(2, "a", 11));
        assertThat(log.size()).isZero();
        assertThat(log.bytes()).isZero();
        assertThat(log.hasForgottenAfter("a", 1)).isTrue();
    }

    @Test
    void theBudgetIsSharedAndComesBack() {
        OutputLog.Budget budget = new OutputLog.Budget(30);
        OutputLog first = new OutputLog(100, 10, budget);
        OutputLog second = new OutputLog(100, 10, budget);
        first.append(chunk(1, "a", 20));
        second.append(chunk(1, "b", 10));
        second.append(chunk(2, "b", 10));
        assertThat(second.after("b", 0)).containsExactly(chunk(2, "b", 10));
        first.clear();
        second.append(chunk(3, "b", 20));
        assertThat(second.after("b", 0)).containsExactly(chunk(2, "b", 10), chunk(3, "b", 20));
    }

    @Test
    void aRemovedCommandLeavesNoTrace() {
        OutputLog log = log(20, 10);
        log.append(chunk(1, "a", 10));
        log.append(chunk(2, "a", 10));
        log.append(chunk(3, "b", 10));
        log.remove("a");
        assertThat(log.after("a", 0)).isEmpty();
        assertThat(log.hasForgottenAfter("a", 0)).isFalse();
        assertThat(log.bytes()).isEqualTo(10);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void boundsAndOrderHoldWhateverComes(long seed) {
        Random random = new Random(seed);
        long maxBytes = 1L + random.nextInt(500);
        int maxChunks = 1 + random.nextInt(20);
        long shared = 1L + random.nextInt(800);
        OutputLog.Budget budget = new OutputLog.Budget(shared);
        List<OutputLog> logs =
                List.of(new OutputLog(maxBytes, maxChunks, budget), new OutputLog(maxBytes, maxChunks, budget));
        List<Map<String, List<OutputChunk>>> given = List.of(new HashMap<>(), new HashMap<>());
        for (int seq = 1; seq <= 200; seq++) {
            int which = random.nextInt(2);
            String execId = "exec-" + random.nextInt(3);
            if (random.nextInt(40) == 0) {
                logs.get(which).remove(execId);
                given.get(which).remove(execId);
                continue;
            }
            OutputChunk chunk = chunk(seq, execId, random.nextInt(100));
            logs.get(which).append(chunk);
            given.get(which).computeIfAbsent(execId, id -> new ArrayList<>()).add(chunk);

            assertThat(logs.get(0).bytes() + logs.get(1).bytes())
                    .as("seed %d, seq %d", seed, seq)
                    .isLessThanOrEqualTo(shared);
            for (int i = 0; i < 2; i++) {
                OutputLog log = logs.get(i);
                assertThat(log.bytes()).isLessThanOrEqualTo(maxBytes);
                assertThat(log.size()).isLessThanOrEqualTo(maxChunks);
                given.get(i).forEach((id, all) -> {
                    List<OutputChunk> kept = log.after(id, 0);
                    assertThat(kept)
                            .as("what is kept is the end of what came")
                            .isEqualTo(all.subList(all.size() - kept.size(), all.size()));
                    assertThat(log.hasForgottenAfter(id, 0)).isEqualTo(kept.size() < all.size());
                });
            }
        }
    }
}
