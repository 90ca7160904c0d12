package dev.sandshell.session;

import static dev.sandshell.session.SessionScene.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandshell.policy.OverflowLimits;
import dev.sandshell.policy.RefusedException;
import dev.sandshell.session.SessionScene.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Where logs overflow, the fastest client sets the pace, and the others are told what they have missed from the file. */
final class FeedTest {
    private static final int WAITING = 1_000;

    private final RecordingListener late = new RecordingListener();

    private static SessionScene scene(FakeOverflow overflow) {
        return new SessionScene(SessionScene.limits(4, SessionScene.memory(1_000, 10_000)), overflow);
    }

    private static FakeOverflow overflow(long file) {
        return new FakeOverflow(new OverflowLimits(file, 500, 10, 100, WAITING, 100_000));
    }

    private static Replay attach(ShellSession session, RecordingListener client, long afterSeq) {
        List<Replay> answers = new ArrayList<>();
        session.attach(client, OptionalLong.of(afterSeq), answers::add);
        assertThat(answers).hasSize(1);
        return answers.get(0);
    }

    /** Prints so many pieces, and has each page written. */
    private static void print(FakeCommand command, FakeOverflow overflow, int pieces) {
        for (int i = 0; i < pieces; i++) {
            command.print((i + " ").repeat(100));
            overflow.work();
        }
    }

    @Test
    void whatMemoryHasNoRoomForIsToldFromTheFile() throws RefusedException {
        FakeOverflow overflow = overflow(100_000);
        SessionScene scene = scene(overflow);
        ShellSession session = scene.ready();
        session.leave(scene.client);
        session.submit(request("e1"), late);
        FakeCommand command = scene.shell().lastCommand();
        print(command, overflow, 50);
        RecordingListener back = new RecordingListener();
        assertThat(attach(session, back, 0)).isEqualTo(new Replay(1, false));
        assertThat(back.events).as("the first page has to be read").isEmpty();
        overflow.work();
        command.finish(0);
        overflow.work();
        assertThat(back.events).isEqualTo(late.events).hasSize(53);
        back.checkOrder();
        assertThat(attach(session, new RecordingListener(), 7)).isEqualTo(new Replay(8, false));
    }

    @Test
    void aStalledClientHoldsNobodyUpAndNothingWaitsInItsLane() throws RefusedException {
        FakeOverflow overflow = overflow(100_000);
        SessionScene scene = scene(overflow);
        ShellSession session = scene.ready();
        session.attach(late);
        session.submit(request("e1"));
        FakeCommand command = scene.shell().lastCommand();
        late.saturated.add("s");
        print(command, overflow, 50);
        command.finish(0);
        assertThat(command.asked).isEmpty();
        assertThat(scene.client.events).hasSize(53);
        assertThat(late.events).containsExactly("1 started e1");
        int reads = overflow.reads;
        session.outputDrained();
        overflow.work();
        assertThat(overflow.reads).as("who takes nothing has nothing read").isEqualTo(reads);
        late.saturated.clear();
        session.outputDrained();
        overflow.work();
        assertThat(late.events).isEqualTo(scene.client.events);
        assertThat(late.tellings).containsOnly(Telling.LIVE);
    }

    @Test
    void outputWaitsWhileAllAreBehind() throws RefusedException {
        FakeOverflow overflow = overflow(100_000);
        SessionScene scene = scene(overflow);
        ShellSession session = scene.ready();
        session.attach(late);
        session.submit(request("e1"));
        FakeCommand command = scene.shell().lastCommand();
        late.saturated.add("s");
        command.print("a");
        assertThat(command.asked).isEmpty();
        scene.client.saturated.add("s");
        command.print("b");
        assertThat(command.asked).containsExactly("stop reading");
        late.saturated.clear();
        session.outputDrained();
        assertThat(command.asked).containsExactly("stop reading", "read");
        assertThat(late.events).hasSize(3);
        assertThat(scene.client.events).hasSize(2);
    }

    @Test
    void outputWaitsForTheFile() throws RefusedException {
        FakeOverflow overflow = overflow(100_000);
        SessionScene scene = scene(overflow);
        ShellSession session = scene.ready();
        session.leave(scene.client);
        session.submit(request("e1"));
        FakeCommand command = scene.shell().lastCommand();
        int printed = 0;
        while (command.asked.isEmpty()) {
            command.print("x".repeat(200));
            printed++;
        }
        assertThat(printed).isBetween(WAITING / 200, 3 * WAITING / 200);
        overflow.work();
        assertThat(command.asked).containsExactly("stop reading", "read");
    }

    @Test
    void whatEvenTheFileHasForgottenIsSaidToBe() throws RefusedException {
        FakeOverflow overflow = overflow(4_000);
        SessionScene scene = scene(overflow);
        ShellSession session = scene.ready();
        session.leave(scene.client);
        session.submit(request("e1"));
        FakeCommand command = scene.shell().lastCommand();
        print(command, overflow, 100);
        Replay replay = attach(session, late, 0);
        assertThat(replay.isTruncated()).isTrue();
        assertThat(replay.fromSeq()).isBetween(80L, 95L);
        overflow.work();
        command.finish(0);
        assertThat(late.events.get(0)).startsWith(replay.fromSeq() + " output");
        assertThat(late.events).hasSize((int) (104 - replay.fromSeq()));
        assertThat(attach(session, new RecordingListener(), replay.fromSeq() - 1))
                .isEqualTo(new Replay(replay.fromSeq(), false));
    }

    @Test
    void whoIsTooFarBehindMissesOutputAloneAndWholeCommandsOfOthers() throws RefusedException {
        FakeOverflow overflow = overflow(4_000);
        SessionScene scene = scene(overflow);
        ShellSession session = scene.ready();
        session.attach(late);
        Exec own = session.submit(request("known"), late);
        CompletableFuture<ExecResult> answer = session.answer(late, own);
        FakeCommand command = scene.shell().lastCommand();
        late.saturated.add("s");
        print(command, overflow, 30);
        command.finish(0);
        scene.scheduler.run();
        session.submit(request("whole"));
        print(scene.shell().lastCommand(), overflow, 30);
        scene.shell().lastCommand().finish(0);
        scene.scheduler.run();
        session.submit(request("last"));
        print(scene.shell().lastCommand(), overflow, 60);
        scene.shell().lastCommand().finish(0);
        scene.scheduler.run();
        assertThat(answer).isNotDone();
        late.saturated.clear();
        session.outputDrained();
        overflow.work();
        assertThat(answer).isCompleted();
        assertThat(late.events)
                .filteredOn(event -> !event.contains(" output "))
                .containsExactly(
                        "1 started known",
                        "32 exited known 0",
                        "33 closed known",
                        "67 started last",
                        "128 exited last 0",
                        "129 closed last");
        assertThat(late.events).noneMatch(event -> event.contains("whole")).hasSizeLessThan(30);
    }

    @Test
    void aFileThatCannotBeWrittenLeavesWhatMemoryHas() throws RefusedException {
        FakeOverflow overflow = overflow(100_000);
        SessionScene scene = scene(overflow);
        ShellSession session = scene.ready();
        session.attach(late);
        session.submit(request("e1"));
        FakeCommand command = scene.shell().lastCommand();
        late.saturated.add("s");
        print(command, overflow, 20);
        overflow.isFull = true;
        print(command, overflow, 30);
        command.finish(0);
        overflow.work();
        assertThat(command.asked).isEmpty();
        late.saturated.clear();
        session.outputDrained();
        overflow.work();
        assertThat(late.events).startsWith("1 started e1").endsWith("52 exited e1 0", "53 closed e1");
        assertThat(attach(session, new RecordingListener(), 0).isTruncated()).isTrue();
    }

    @Test
    void aFileThatCannotBeReadIsForgotten() throws RefusedException {
        FakeOverflow overflow = overflow(100_000);
        SessionScene scene = scene(overflow);
        ShellSession session = scene.ready();
        session.leave(scene.client);
        session.submit(request("e1"));
        FakeCommand command = scene.shell().lastCommand();
        print(command, overflow, 30);
        overflow.isUnreadable = true;
        attach(session, late, 0);
        overflow.work();
        command.finish(0);
        assertThat(late.events).endsWith("32 exited e1 0", "33 closed e1").hasSizeBetween(3, 10);
    }

    @Test
    void aNumberOfAnotherLifeAsksForAll() throws RefusedException {
        SessionScene scene = scene(overflow(4_000));
        ShellSession session = scene.ready();
        session.submit(request("e1"));
        assertThat(attach(session, late, 1)).isEqualTo(new Replay(2, false));
        assertThat(attach(session, late, 2)).isEqualTo(new Replay(1, true));
        assertThat(late.events).containsExactly("1 started e1");
    }

    @Test
    void whoAlwaysKeepsUpHasNothingWritten() throws RefusedException {
        FakeOverflow overflow = overflow(4_000);
        SessionScene scene = scene(overflow);
        ShellSession session = scene.ready();
        session.submit(request("e1"));
        for (int i = 0; i < 30; i++) {
            scene.shell().lastCommand().print("x".repeat(200));
        }
        assertThat(overflow.asked).isEmpty();
        assertThat(attach(session, late, 0).isTruncated()).isTrue();
    }

    @Test
    void whoCallsAndNeverReadsIsRefusedAndDelaysNobody() throws RefusedException {
        SessionScene scene = scene(overflow(100_000));
        ShellSession session = scene.ready();
        session.attach(late);
        late.saturated.add("s");
        for (int i = 0; i < 4; i++) {
            Exec exec = session.submit(new Request("late" + i).cap(1).build(), late);
            CompletableFuture<ExecResult> unused = session.answer(late, exec);
            if (i > 0) {
                assertThat(exec.isRunning()).as("nobody waits behind it").isFalse();
            }
            Exec other = session.submit(new Request("other" + i).build(), scene.client);
            assertThat(exec.isRunning()).isTrue();
            scene.shell().lastCommand().finish(0);
            scene.scheduler.run();
            assertThat(other.isRunning()).isTrue();
            scene.shell().lastCommand().finish(0);
            scene.scheduler.run();
        }
        assertThat(late.events).isEmpty();
        assertThatThrownBy(() -> session.submit(new Request("more").build(), late))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("answers wait for this client to read");
    }

    @Test
    void theFileGoesWithTheSession() throws RefusedException {
        FakeOverflow overflow = overflow(100_000);
        SessionScene scene = scene(overflow);
        ShellSession session = scene.ready();
        session.attach(late);
        session.submit(request("e1"));
        late.saturated.add("s");
        print(scene.shell().lastCommand(), overflow, 30);
        scene.registry.delete("s").isDone();
        overflow.work();
        assertThat(overflow.isClosed).isTrue();
        assertThat(late.events).as("it is told what memory has").endsWith("32 exited e1 null", "33 closed e1");
    }
}
