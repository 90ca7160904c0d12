package dev.sandshell.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The outbox keeps the order of each lane, gives every lane its turn, and tells once when a full one has drained. */
@Timeout(30)
final class BoundedOutboxTest {
    private final List<String> drained = Collections.synchronizedList(new ArrayList<>());
    private final BoundedOutbox<String> outbox = new BoundedOutbox<>(drained::add);

    private List<String> takeAll() throws InterruptedException {
        List<String> taken = new ArrayList<>();
        while (!outbox.isEmpty()) {
            taken.add(String.valueOf(take()));
        }
        return taken;
    }

    @Test
    void orderHoldsWithinALane() throws InterruptedException {
        outbox.put("a", "1", 10);
        outbox.put("a", "2", 10);
        outbox.put("a", "3", 10);
        assertThat(takeAll()).containsExactly("1", "2", "3");
    }

    @Test
    void lanesTakeTurns() throws InterruptedException {
        for (int i = 1; i <= 3; i++) {
            outbox.put("flood", "flood " + i, 10);
        }
        outbox.put("other", "other 1", 10);
        outbox.put("other", "other 2", 10);
        assertThat(takeAll()).containsExactly("flood 1", "other 1", "flood 2", "other 2", "flood 3");
    }

    @Test
    void aLaneThatHasHadItsTurnQueuesBehindOneThatHasNot() throws InterruptedException {
        outbox.put("a", "a1", 10);
        outbox.put("a", "a2", 10);
        String first = take();
        outbox.put("b", "b1", 10);
        outbox.put("a", "a3", 10);
        assertThat(first).isEqualTo("a1");
        assertThat(takeAll()).containsExactly("a2", "b1", "a3");
    }

    @Test
    void controlGoesFirst() throws InterruptedException {
        outbox.put("a", "output", 10);
        outbox.put("answer 1", 10);
        outbox.put("answer 2", 10);
        assertThat(takeAll()).containsExactly("answer 1", "answer 2", "output");
    }

    @Test
    void aFullControlLaneRefuses() {
        int accepted = 0;
        while (outbox.put("answer " + accepted, 10)) {
            accepted++;
        }
        assertThat(accepted).isEqualTo(10_000);
    }

    @Test
    void aLaneIsSaturatedFromTheHighMarkUntilItIsBelowTheLowMark() throws InterruptedException {
        int weight = BoundedOutbox.LOW_MARK / 2;
        int count = BoundedOutbox.HIGH_MARK / weight;
        for (int i = 0; i < count - 1; i++) {
            outbox.put("a", "m" + i, weight);
        }
        List<Boolean> seen = new ArrayList<>();
        seen.add(outbox.isSaturated("a"));
        outbox.put("a", "last", weight);
        seen.add(outbox.isSaturated("a"));
        for (int left = count - 1; left >= 0; left--) {
            take();
            seen.add(outbox.isSaturated("a"));
        }
        List<Boolean> expected = new ArrayList<>(List.of(false, true));
        for (int left = count - 1; left >= 0; left--) {
            expected.add(left * weight >= BoundedOutbox.LOW_MARK);
        }
        assertThat(seen).isEqualTo(expected);
        assertThat(drained).containsExactly("a");
    }

    @Test
    void aDrainThatNobodyWaitsForIsNotTold() throws InterruptedException {
        outbox.put("a", "huge", BoundedOutbox.HIGH_MARK);
        take();
        assertThat(drained).isEmpty();
    }

    @Test
    void oneSaturatedLaneDoesNotHoldTheOthersBack() throws InterruptedException {
        outbox.put("a", "huge", BoundedOutbox.HIGH_MARK);
        outbox.put("b", "small", 1);
        assertThat(List.of(outbox.isSaturated("a"), outbox.isSaturated("b"), outbox.isSaturated("unknown")))
                .containsExactly(true, false, false);
        assertThat(takeAll()).containsExactly("huge", "small");
        assertThat(drained).containsExactly("a");
    }

    @Test
    void allLanesTogetherHaveABoundToo() throws InterruptedException {
        int weight = BoundedOutbox.HIGH_MARK / 2;
        long count = BoundedOutbox.FULL / weight;
        outbox.put("answer", weight);
        for (int i = 1; i < count; i++) {
            outbox.put("lane " + i, "m", weight);
        }
        List<Boolean> full = List.of(outbox.isSaturated("lane 1"), outbox.isSaturated("another"));
        take();
        List<Boolean> fuller = List.of(outbox.isSaturated("lane 2"), outbox.isSaturated("another"));
        while (count * weight - BoundedOutbox.ROOM >= weight) {
            take();
            count--;
        }
        assertThat(full).containsExactly(true, true);
        assertThat(fuller).as("until there is room again").containsExactly(true, true);
        assertThat(drained).as("told once each").containsExactlyInAnyOrder("lane 1", "lane 2", "another");
        assertThat(List.of(outbox.isSaturated("lane 9"), outbox.isSaturated("another")))
                .containsExactly(false, false);
    }

    @Test
    void whoeverReadsThePeersRequestsWaitsForRoom() throws Exception {
        outbox.put("a", "huge", (int) BoundedOutbox.FULL);
        FutureTask<Boolean> waiting = new FutureTask<>(() -> {
            outbox.awaitRoom();
            return true;
        });
        Thread reader = new Thread(waiting, "reader");
        reader.start();
        letTheTakerWait(reader);
        boolean wasDone = waiting.isDone();
        take();
        assertThat(waiting.get()).isTrue();
        assertThat(wasDone).isFalse();
    }

    @Test
    void nobodyWaitsForRoomInWhatIsClosed() throws InterruptedException {
        outbox.put("a", "huge", (int) BoundedOutbox.FULL);
        outbox.close();
        outbox.awaitRoom();
        assertThat(outbox.isSaturated("a")).isFalse();
    }

    @Test
    void closingLetsTheTakerFinishWhatIsThere() throws InterruptedException {
        outbox.put("a", "output", 1);
        outbox.put("answer", 10);
        outbox.close();
        outbox.put("a", "late", 1);
        boolean isStillAccepting = outbox.put("late", 10);
        List<String> taken = new ArrayList<>();
        String next;
        while ((next = take()) != null) {
            taken.add(next);
        }
        assertThat(taken).containsExactly("answer", "output");
        assertThat(isStillAccepting).as("closed is not the same as given up").isTrue();
    }

    @Test
    void ofNoticesSoManyWaitAndTheirSourceHearsOfRoom() {
        List<String> heard = new ArrayList<>();
        BoundedOutbox<String> noticing = new BoundedOutbox<>(
                new BoundedOutbox.DrainListener() {
                    @Override
                    public void drained(String lane) {}

                    @Override
                    public void noticesDrained() {
                        heard.add("room");
                    }
                },
                () -> {},
                () -> {});
        for (int i = 0; i < BoundedOutbox.MAX_NOTICES; i++) {
            assertThat(noticing.putNotice("session-" + i, "has come", 100)).isTrue();
        }
        assertThat(noticing.putNotice("one", "too many", 100)).isFalse();
        noticing.put("session-0", "an event", 100);
        while (heard.isEmpty()) {
            assertThat(noticing.putNotice("one", "too many", 100)).isFalse();
            assertThat(noticing.poll()).isNotNull();
        }
        assertThat(noticing.putNotice("one", "has come", 100)).isTrue();
        while (noticing.poll() != null) {
            assertThat(heard).as("told once").hasSize(1);
        }
    }

    private @Nullable String take() throws InterruptedException {
        return outbox.await() ? outbox.poll() : null;
    }

    private static void letTheTakerWait(Thread taker) {
        while (taker.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whoeverPutsAShortMessageMayWriteItWhileTheTakerWaits() throws Exception {
        BoundedOutbox<String> quiet = new BoundedOutbox<>(lane -> {}, () -> {}, () -> {});
        FutureTask<String> taken = new FutureTask<>(() -> quiet.await() ? String.valueOf(quiet.poll()) : "closed");
        Thread taker = new Thread(taken, "taker");
        taker.start();
        letTheTakerWait(taker);

        quiet.put("a", "short", 10);
        boolean isTaken = quiet.tryTakeOver(100);
        String written = quiet.poll();
        quiet.put("a", "next", 10);
        quiet.wakeTaker();
        boolean isTakenEarly = taken.isDone();
        quiet.handBack(false);

        assertThat(isTaken).isTrue();
        assertThat(written).isEqualTo("short");
        assertThat(isTakenEarly)
                .as("the taker keeps out while its place is taken")
                .isFalse();
        assertThat(taken.get()).isEqualTo("next");
        taker.join();
    }

    @Test
    void theTakersPlaceIsNotTakenForMuchNorForControlNorWhileItIsAtWork() throws Exception {
        BoundedOutbox<String> quiet = new BoundedOutbox<>(lane -> {}, () -> {}, () -> {});
        quiet.put("a", "short", 10);
        boolean whileAtWork = quiet.tryTakeOver(100);
        quiet.poll();
        FutureTask<Boolean> waiting = new FutureTask<>(quiet::await);
        Thread taker = new Thread(waiting, "taker");
        taker.start();
        letTheTakerWait(taker);
        boolean forNothing = quiet.tryTakeOver(100);
        quiet.put("a", "long", 101);
        boolean forMuch = quiet.tryTakeOver(100);
        quiet.poll();
        quiet.put("a", "short", 10);
        quiet.put("answer", 10);
        boolean forControl = quiet.tryTakeOver(100);
        quiet.wakeTaker();
        assertThat(waiting.get()).isTrue();
        assertThat(List.of(whileAtWork, forNothing, forMuch, forControl)).containsOnly(false);
        taker.join();
    }

    @Test
    void aRestThatCouldNotBeWrittenWakesTheTaker() throws Exception {
        BoundedOutbox<String> quiet = new BoundedOutbox<>(lane -> {}, () -> {}, () -> {});
        FutureTask<Boolean> waiting = new FutureTask<>(quiet::await);
        Thread taker = new Thread(waiting, "taker");
        taker.start();
        letTheTakerWait(taker);
        quiet.put("a", "short", 10);
        assertThat(quiet.tryTakeOver(100)).isTrue();
        quiet.poll();
        quiet.handBack(true);
        assertThat(waiting.get()).isTrue();
        assertThat(quiet.isEmpty()).as("only the rest is left to write").isTrue();
        taker.join();
    }

    @Test
    void closingWakesATakerThatWaits() throws Exception {
        FutureTask<String> taken = new FutureTask<>(() -> String.valueOf(take()));
        Thread taker = new Thread(taken, "taker");
        taker.start();
        outbox.close();
        assertThat(taken.get()).isEqualTo("null");
        taker.join();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void manyThreadsLoseNothingAndKeepTheOrderOfEachLane(long seed) throws Exception {
        int lanes = 4;
        int perLane = 2_000;
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> putters = IntStream.range(0, lanes)
                .mapToObj(lane -> new Thread(
                        () -> {
                            Random random = new Random(seed * 31 + lane);
                            await(start);
                            for (int i = 0; i < perLane; i++) {
                                if (lane == 0) {
                                    outbox.put(lane + ":" + i, 10);
                                } else {
                                    outbox.put("lane " + lane, lane + ":" + i, random.nextInt(1_000));
                                    if (random.nextInt(16) == 0) {
                                        outbox.isSaturated("lane " + lane);
                                    }
                                }
                            }
                        },
                        "putter-" + lane))
                .toList();
        ConcurrentLinkedQueue<String> taken = new ConcurrentLinkedQueue<>();
        FutureTask<Boolean> taking = new FutureTask<>(() -> {
            String next;
            while ((next = take()) != null) {
                taken.add(next);
            }
            return true;
        });
        Thread taker = new Thread(taking, "taker");
        taker.start();
        putters.forEach(Thread::start);
        start.countDown();
        for (Thread putter : putters) {
            putter.join();
        }
        outbox.close();
        taking.get();

        for (int lane = 0; lane < lanes; lane++) {
            String prefix = lane + ":";
            assertThat(taken.stream()
                            .filter(message -> message.startsWith(prefix))
                            .toList())
                    .isEqualTo(IntStream.range(0, perLane)
                            .mapToObj(i -> prefix + i)
                            .toList());
        }
    }

    private static void await(CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
