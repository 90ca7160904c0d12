package dev.sandshell.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.policy.MemoryLimits;
import dev.sandshell.policy.OverflowLimits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The log never exceeds its bounds, never reorders, and remembers up to where it has forgotten. */
final class EventLogTest {
    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    private static OutputChunk chunk(long seq, String execId, int length) {
        return new OutputChunk(seq, execId, StreamName.STDOUT, 0, length, "", null);
    }

    private static void append(EventLog log, OutputChunk chunk) {
        log.append(new SessionEvent.Output("s", chunk, true));
    }

    private static EventLog log(long maxBytes, int maxChunks) {
        return logs(maxBytes, maxChunks, 1L << 30).open();
    }

    private static EventLogs logs(long maxBytes, int maxChunks, long all) {
        return new EventLogs(new MemoryLimits(maxBytes, all, maxChunks, 1, 1, 1, 1, 1), Overflow.NONE);
    }

    @Test
    void whatFitsIsKeptInItsOrder() {
        EventLog log = log(100, 10);
        append(log, chunk(1, "a", 10));
        append(log, chunk(2, "b", 10));
        append(log, chunk(5, "a", 10));
        assertThat(log.outputAfter("a", 0)).containsExactly(chunk(1, "a", 10), chunk(5, "a", 10));
        assertThat(log.outputAfter("a", 1)).containsExactly(chunk(5, "a", 10));
        assertThat(log.hasForgottenOutputAfter("a", 0)).isFalse();
    }

    @Test
    void theOldestGoesFirstAndItsGapIsRemembered() {
        EventLog log = log(25, 10);
        append(log, chunk(1, "a", 10));
        append(log, chunk(2, "b", 10));
        append(log, chunk(3, "b", 10));
        assertThat(log.outputAfter("a", 0)).isEmpty();
        assertThat(log.hasForgottenOutputAfter("a", 0)).isTrue();
        assertThat(log.hasForgottenOutputAfter("a", 1))
                .as("who has read it misses nothing")
                .isFalse();
        assertThat(log.hasForgottenOutputAfter("b", 0)).isFalse();
    }

    @Test
    void manyTinyChunksAreBoundedByTheirCount() {
        EventLog log = log(1_000, 3);
        for (int seq = 1; seq <= 5; seq++) {
            append(log, chunk(seq, "a", 1));
        }
        assertThat(log.outputAfter("a", 0)).containsExactly(chunk(3, "a", 1), chunk(4, "a", 1), chunk(5, "a", 1));
    }

    @Test
    void aChunkThatIsLargerThanTheLogLeavesItEmpty() {
        EventLog log = log(10, 3);
        append(log, chunk(1, "a", 5));
        append(log, chunk(2, "a", 11));
        assertThat(log.size()).isZero();
        assertThat(log.bytes()).isZero();
        assertThat(log.hasForgottenOutputAfter("a", 1)).isTrue();
    }

    @Test
    void aLogThatHoldsNothingLeavesNothing() {
        EventLogs all = logs(1_000, 10, 1_700);
        EventLog log = all.open();
        assertThat(all.size()).isZero();
        append(log, chunk(1, "a", 300));
        assertThat(all.size()).isEqualTo(1);
        log.close();
        assertThat(all.size()).isZero();
    }

    @Test
    void whereAllTogetherHoldTooMuchTheLargestForgetsFirst() {
        EventLogs all = logs(1_000, 10, 1_700);
        EventLog large = all.open();
        EventLog small = all.open();
        append(large, chunk(1, "a", 300));
        append(large, chunk(2, "a", 300));
        append(small, chunk(1, "b", 100));
        append(small, chunk(2, "b", 400));
        assertThat(small.outputAfter("b", 0)).hasSize(2);
        assertThat(large.outputAfter("a", 0)).containsExactly(chunk(2, "a", 300));
        small.close();
        append(large, chunk(3, "a", 300));
        assertThat(large.outputAfter("a", 0)).containsExactly(chunk(2, "a", 300), chunk(3, "a", 300));
    }

    @Test
    void eventsWithoutTextTakeMemoryToo() {
        EventLog log = logs(1_000, 1_000, 10L * EventLogs.EVENT).open();
        for (int seq = 1; seq <= 30; seq++) {
            append(log, chunk(seq, "a", 0));
        }
        assertThat(log.size()).isEqualTo(10);
    }

    @Test
    void whoeverNeedsItHasALastLookAtWhatIsForgotten() {
        EventLog log = log(20, 10);
        append(log, chunk(1, "a", 10));
        append(log, chunk(2, "b", 10));
        List<Long> gone = new ArrayList<>();
        log.readBy("s", new LogReaders() {
            @Override
            public boolean mayComeBack() {
                return true;
            }

            @Override
            public boolean needs(long seq) {
                return true;
            }

            @Override
            public void lastLook(SessionEvent event) {
                gone.add(event.seq());
            }

            @Override
            public void goOn() {}
        });
        append(log, chunk(3, "a", 11));
        assertThat(gone).containsExactly(1L, 2L);
        assertThat(log.inMemoryFrom(0)).extracting(SessionEvent::seq).containsExactly(3L);
        assertThat(log.hasForgottenAfter(1)).isTrue();
        assertThat(log.hasForgottenAfter(2)).isFalse();
    }

    @Test
    void whoWaitsForADiskThatFailsGoesOn() {
        FakeOverflow disk = new FakeOverflow(new OverflowLimits(10_000, 500, 100, 100, 2_000, 100_000));
        EventLog log = logs(disk).open();
        Waiting reader = new Waiting();
        log.readBy("s", reader);
        int seq = 0;
        while (seq < 20) {
            append(log, chunk(++seq, "a", 100));
        }
        disk.work();
        fillUp(log, seq);
        reader.goneOn = 0;
        disk.isFull = true;
        disk.work();
        assertThat(log.isCongested()).isFalse();
        assertThat(reader.goneOn).isPositive();
    }

    @Test
    void whoWaitsForTheDiskGoesOnWhenEverythingIsForgotten() {
        FakeOverflow disk = new FakeOverflow(new OverflowLimits(10_000, 500, 100, 100, 2_000, 100_000));
        EventLog log = logs(disk).open();
        Waiting reader = new Waiting();
        log.readBy("s", reader);
        int seq = fillUp(log, 0);
        reader.mayComeBack = false;
        while (log.isCongested()) {
            append(log, chunk(++seq, "a", 100));
        }
        disk.work();
        assertThat(reader.goneOn).isPositive();
    }

    @Test
    void whoWaitsForAnotherSessionsWritingGoesOn() {
        FakeOverflow disk = new FakeOverflow(new OverflowLimits(10_000, 500, 100, 100, 100_000, 2_000));
        EventLogs all = logs(disk);
        EventLog small = all.open();
        Waiting reader = new Waiting();
        small.readBy("small", reader);
        for (int seq = 1; disk.asked.isEmpty(); seq++) {
            append(small, chunk(seq, "a", 100));
        }
        Runnable written = disk.asked.remove();
        EventLog large = all.open();
        large.readBy("large", new Waiting());
        fillUp(large, 0);
        assertThat(small.isCongested()).isTrue();
        disk.work();
        written.run();
        assertThat(small.isCongested()).isFalse();
        assertThat(reader.goneOn).isPositive();
    }

    private static EventLogs logs(FakeOverflow disk) {
        return new EventLogs(new MemoryLimits(100, 100_000, 1_000, 1, 1, 1, 1, 1), disk);
    }

    /** Says so much that no more should be said, and how far that is. */
    private static int fillUp(EventLog log, int seq) {
        int last = seq;
        while (!log.isCongested()) {
            append(log, chunk(++last, "a", 100));
        }
        return last;
    }

    /** One who wants everything, and waits for it. */
    private static final class Waiting implements LogReaders {
        private boolean mayComeBack = true;
        private int goneOn;

        @Override
        public boolean mayComeBack() {
            return mayComeBack;
        }

        @Override
        public boolean needs(long seq) {
            return true;
        }

        @Override
        public void lastLook(SessionEvent event) {}

        @Override
        public void goOn() {
            goneOn++;
        }
    }

    @Test
    void whatNobodyIsToldOfIsNoLoss() {
        EventLog log = log(10, 10);
        log.append(new SessionEvent.Output("s", chunk(1, "a", 10), false));
        append(log, chunk(2, "b", 10));
        assertThat(log.hasForgottenAfter(0)).isFalse();
        assertThat(log.hasForgottenOutputAfter("a", 0)).isTrue();
    }

    @Test
    void nothingIsRememberedOfACommandThatNobodyCanAskAbout() {
        EventLog log = log(10, 10);
        append(log, chunk(1, "a", 10));
        log.remove("a");
        append(log, chunk(2, "b", 10));
        assertThat(log.hasForgottenOutputAfter("a", 0)).isFalse();
        assertThat(log.hasForgottenAfter(0)).isTrue();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void boundsAndOrderHoldWhateverComes(long seed) {
        Random random = new Random(seed);
        long maxBytes = 1L + random.nextInt(500);
        int maxChunks = 1 + random.nextInt(20);
        long shared = 1L + random.nextInt(8_000);
        EventLogs all = logs(maxBytes, maxChunks, shared);
        List<EventLog> logs = List.of(all.open(), all.open());
        List<Map<String, List<OutputChunk>>> given = List.of(new HashMap<>(), new HashMap<>());
        for (int seq = 1; seq <= 200; seq++) {
            int which = random.nextInt(2);
            String execId = "exec-" + random.nextInt(3);
            OutputChunk chunk = chunk(seq, execId, random.nextInt(100));
            append(logs.get(which), chunk);
            given.get(which).computeIfAbsent(execId, id -> new ArrayList<>()).add(chunk);

            assertThat(logs.stream()
                            .mapToLong(log -> log.bytes() + (long) EventLogs.EVENT * log.size())
                            .sum())
                    .as("seed %d, seq %d", seed, seq)
                    .isLessThanOrEqualTo(shared);
            for (int i = 0; i < 2; i++) {
                EventLog log = logs.get(i);
                assertThat(log.bytes()).isLessThanOrEqualTo(maxBytes);
                assertThat(log.size()).isLessThanOrEqualTo(maxChunks);
                given.get(i).forEach((id, chunks) -> {
                    List<OutputChunk> kept = log.outputAfter(id, 0);
                    assertThat(kept)
                            .as("what is kept is the end of what came")
                            .isEqualTo(chunks.subList(chunks.size() - kept.size(), chunks.size()));
                    assertThat(log.hasForgottenOutputAfter(id, 0)).isEqualTo(kept.size() < chunks.size());
                });
            }
        }
    }
}
