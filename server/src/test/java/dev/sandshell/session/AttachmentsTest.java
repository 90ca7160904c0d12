package dev.sandshell.session;

import static dev.sandshell.session.SessionScene.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.policy.RefusedException;
import dev.sandshell.session.SessionScene.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Every client of a session is told the same in the same order, whenever it comes and however slow it is. */
final class AttachmentsTest {
    private final SessionScene scene = new SessionScene();
    private final RecordingListener late = new RecordingListener();

    private static Replay attach(ShellSession session, RecordingListener client, long afterSeq) {
        List<Replay> answers = new ArrayList<>();
        session.attach(client, OptionalLong.of(afterSeq), answers::add);
        assertThat(answers).hasSize(1);
        return answers.get(0);
    }

    private FakeCommand run(ShellSession session, ExecRequest request) throws RefusedException {
        session.submit(request);
        return scene.shell().lastCommand();
    }

    @Test
    void whoComesLateIsToldAllOfItAndThenWhatHappens() throws RefusedException {
        ShellSession session = scene.ready();
        FakeCommand command = run(session, request("e1"));
        command.print("a");
        assertThat(attach(session, late, 0)).isEqualTo(new Replay(1, false));
        command.print("b");
        command.finish(0);
        assertThat(late.events)
                .isEqualTo(scene.client.events)
                .containsExactly(
                        "1 started e1", "2 output e1 stdout a", "3 output e1 stdout b", "4 exited e1 0", "5 closed e1");
        assertThat(late.tellings)
                .containsExactly(Telling.AGAIN, Telling.AGAIN, Telling.LIVE, Telling.LIVE, Telling.LIVE);
    }

    @Test
    void whoGoesOnFromANumberKnowsWhatThatGoesOnFrom() throws RefusedException {
        ShellSession session = scene.ready();
        FakeCommand command = run(session, request("e1"));
        command.print("a");
        assertThat(attach(session, late, 2)).isEqualTo(new Replay(3, false));
        command.print("b");
        assertThat(late.before).containsExactly("1 started e1", "2 output e1 stdout a");
        assertThat(late.events).containsExactly("3 output e1 stdout b");
        attach(session, late, 1);
        assertThat(late.before).endsWith("2 output e1 stdout a", "1 started e1");
        assertThat(late.events).endsWith("2 output e1 stdout a", "3 output e1 stdout b");
    }

    @Test
    void whoAttachesAndWhoHasCalledAreToldThatInputIsWaitedFor() throws RefusedException {
        ShellSession session = scene.ready();
        RecordingListener caller = new RecordingListener();
        session.submit(request("e1"), caller);
        FakeCommand command = scene.shell().lastCommand();
        command.print("name? ");
        command.waitForInput(false);
        attach(session, late, 0);
        command.waitForInput(true);
        assertThat(late.events)
                .isEqualTo(caller.events)
                .isEqualTo(scene.client.events)
                .containsExactly("1 started e1", "2 output e1 stdout name? ", "3 input e1", "4 input e1 secret");
        command.report(0);
        command.waitForInput(false);
        command.close();
        assertThat(late.events).endsWith("5 exited e1 0", "6 closed e1");
    }

    @Test
    void theAnswerComesBeforeTheFirstEvent() throws RefusedException {
        ShellSession session = scene.ready();
        run(session, request("e1")).print("a");
        session.attach(late, OptionalLong.of(1), replay -> {
            assertThat(replay).isEqualTo(new Replay(2, false));
            assertThat(late.events).isEmpty();
        });
        assertThat(late.events).containsExactly("2 output e1 stdout a");
    }

    @Test
    void withoutANumberThereAreOnlyLiveEvents() throws RefusedException {
        ShellSession session = scene.ready();
        FakeCommand command = run(session, request("e1"));
        session.attach(late, OptionalLong.empty(), replay -> assertThat(replay).isEqualTo(new Replay(2, false)));
        command.print("a");
        assertThat(late.events).containsExactly("2 output e1 stdout a");
    }

    @Test
    void whoAttachesTwiceIsToldAgainAndOfLiveEventsOnce() throws RefusedException {
        ShellSession session = scene.ready();
        FakeCommand command = run(session, request("e1"));
        assertThat(attach(session, scene.client, 0)).isEqualTo(new Replay(1, false));
        command.print("a");
        assertThat(scene.client.events).containsExactly("1 started e1", "1 started e1", "2 output e1 stdout a");
        assertThat(session.view().attachedClients()).isEqualTo(1);
    }

    @Test
    void outputThatIsOnlyCollectedIsNotToldAgainAndNoLoss() throws RefusedException {
        ShellSession session = scene.ready();
        FakeCommand command =
                run(session, new Request("e1").output(OutputMode.COLLECT).build());
        command.print("x".repeat(1_200));
        command.finish(0);
        assertThat(attach(session, late, 2)).isEqualTo(new Replay(3, false));
        assertThat(late.events).containsExactly("3 exited e1 0", "4 closed e1");
    }

    @Test
    void whatIsForgottenIsSaidToBe() throws RefusedException {
        ShellSession session = scene.ready();
        FakeCommand command = run(session, request("e1"));
        command.print("x".repeat(600));
        command.print("y".repeat(600));
        assertThat(attach(session, late, 1)).isEqualTo(new Replay(3, true));
        assertThat(attach(session, late, 2)).isEqualTo(new Replay(3, false));
    }

    @Test
    void whoIsSlowIsBroughtOnAsItReadsAndTheCommandWaits() throws RefusedException {
        ShellSession session = scene.ready();
        FakeCommand command = run(session, request("e1"));
        command.print("a");
        late.saturated.add("s");
        attach(session, late, 0);
        assertThat(late.events).isEmpty();
        command.print("b");
        assertThat(command.asked).containsExactly("stop reading");
        late.saturated.clear();
        session.outputDrained();
        assertThat(late.events).isEqualTo(scene.client.events);
        assertThat(command.asked).containsExactly("stop reading", "read");
        command.print("c");
        assertThat(late.events).isEqualTo(scene.client.events);
    }

    @Test
    void noCommandBeginsForAClientThatDoesNotReadItsAnswers() throws RefusedException {
        ShellSession session = scene.ready();
        Exec first = session.submit(new Request("e1").output(OutputMode.COLLECT).build(), scene.client);
        Exec second =
                session.submit(new Request("e2").output(OutputMode.COLLECT).build(), scene.client);
        scene.client.saturated.add("s");
        scene.shell().lastCommand().finish(0);
        scene.scheduler.run();
        assertThat(first.reply()).as("what runs is not held up").isCompleted();
        assertThat(second.isRunning()).isFalse();
        scene.client.saturated.clear();
        session.outputDrained();
        assertThat(second.isRunning()).isTrue();
    }

    @Test
    void whatWaitsForAClientThatHasGoneBegins() throws RefusedException {
        ShellSession session = scene.ready();
        late.saturated.add("s");
        attach(session, late, 0);
        Exec exec = session.submit(request("e1"));
        boolean didWait = !exec.isRunning();
        session.leave(late);
        assertThat(didWait).isTrue();
        assertThat(exec.isRunning()).isTrue();
    }

    @Test
    void whoGoesBeforeItHasItsAnswerHoldsItsOutputNoLonger() throws RefusedException {
        ShellSession session = scene.ready();
        Exec exec = session.submit(request("e1"), late);
        FakeCommand command = scene.shell().lastCommand();
        late.saturated.add("s");
        attach(session, late, 0);
        var answer = session.answer(late, exec);
        command.print("a");
        command.finish(0);
        assertThat(exec.reply()).isCompleted();
        assertThat(answer).isNotDone();
        session.leave(late);
        assertThat(answer).isCompleted();
        assertThat(exec.reply().join().stdout().bytes()).isEmpty();
    }

    @Test
    void whoAttachesAnewIsNotToldOfAnOldChange() throws RefusedException {
        ShellSession session = scene.ready();
        session.attach(late);
        FakeCommand command = run(session, request("e1"));
        late.saturated.add("s");
        scene.scheduler.advance(SessionScene.STEP);
        session.detach(late);
        command.finish(0);
        scene.scheduler.advance(SessionScene.STEP);
        late.saturated.clear();
        session.attach(late);
        scene.scheduler.advance(SessionScene.STEP);
        assertThat(late.changes).extracting(SessionView::state).containsExactly(SessionState.IDLE);
    }

    @Test
    void aClientThatDoesNotReadIsToldOfTheLastChangeOnly() throws RefusedException {
        ShellSession session = scene.ready();
        scene.client.saturated.add("s");
        scene.client.changes.clear();
        session.attach(late);
        scene.scheduler.advance(Duration.ofSeconds(1));
        session.detach(late);
        scene.scheduler.advance(Duration.ofSeconds(1));
        session.attach(late);
        scene.scheduler.advance(Duration.ofSeconds(1));
        assertThat(scene.client.changes).isEmpty();
        scene.client.saturated.clear();
        session.outputDrained();
        session.outputDrained();
        assertThat(scene.client.changes).hasSize(1);
        assertThat(scene.client.changes.get(0).attachedClients()).isEqualTo(2);
    }

    @Test
    void whatTheLogHasToForgetIsToldToTheSlowFirst() throws RefusedException {
        ShellSession session = scene.ready();
        FakeCommand command = run(session, request("e1"));
        late.saturated.add("s");
        attach(session, late, 0);
        for (int i = 0; i < 5; i++) {
            command.print(("" + i).repeat(400));
        }
        assertThat(late.events).hasSizeBetween(1, 4);
        late.saturated.clear();
        session.outputDrained();
        command.finish(0);
        assertThat(late.events).isEqualTo(scene.client.events);
        late.checkOrder();
    }

    @Test
    void anAnswerWaitsForItsPlaceAmongTheEvents() throws RefusedException {
        ShellSession session = scene.ready();
        run(session, request("e1")).finish(0);
        scene.scheduler.run();
        Exec exec = session.submit(request("e2"), late);
        late.saturated.add("s");
        late.events.clear();
        attach(session, late, 0);
        var answer = session.answer(late, exec);
        scene.shell().lastCommand().finish(0);
        assertThat(exec.reply()).isCompleted();
        assertThat(answer).isNotDone();
        late.saturated.clear();
        session.outputDrained();
        assertThat(answer).isCompleted();
        assertThat(late.events).isEqualTo(scene.client.events);
    }

    @Test
    void aSessionThatEndsTellsTheSlowTheRest() throws RefusedException {
        ShellSession session = scene.ready();
        run(session, request("e1")).print("a");
        late.saturated.add("s");
        attach(session, late, 0);
        scene.registry.delete("s").isDone();
        assertThat(late.events).isEqualTo(scene.client.events);
        late.checkOrder();
    }

    // ---- detaching

    @Test
    void whoHasDetachedIsToldNothingButWhatItsCallHasAskedFor() throws RefusedException {
        ShellSession session = scene.ready();
        Exec exec = session.submit(request("e1"), scene.client);
        FakeCommand own = scene.shell().lastCommand();
        session.detach(scene.client);
        session.detach(scene.client);
        own.print("a");
        own.finish(0);
        scene.scheduler.run();
        session.submit(request("e2"), late);
        assertThat(exec.reply()).isCompleted();
        assertThat(scene.client.tellings)
                .containsExactly(Telling.LIVE, Telling.FOR_ITS_CALL, Telling.FOR_ITS_CALL, Telling.FOR_ITS_CALL);
        assertThat(scene.client.detachments).as("once").containsExactly("s");
    }

    @Test
    void aCallerThatIsNotAttachedIsToldOfItsOwnCommandsAlone() throws RefusedException {
        ShellSession session = scene.ready();
        run(session, request("e1")).finish(0);
        scene.scheduler.run();
        session.submit(request("e2"), late);
        assertThat(session.view().attachedClients()).isEqualTo(1);
        scene.shell().lastCommand().print("a");
        scene.shell().lastCommand().finish(0);
        scene.scheduler.run();
        run(session, request("e3")).finish(0);
        assertThat(late.events).containsExactly("4 started e2", "5 output e2 stdout a", "6 exited e2 0", "7 closed e2");
        assertThat(late.tellings).containsOnly(Telling.TO_ITS_CALLER);
        assertThat(late.detachments).isEmpty();
    }

    @Test
    void whoIsAttachedIsToldNoMoreOnceTheSessionIsOver() throws RefusedException {
        ShellSession session = scene.ready();
        run(session, request("e1"));
        scene.registry.delete("s").isDone();
        assertThat(scene.client.events).endsWith("3 closed e1");
        assertThat(scene.client.detachments).containsExactly("s");
    }

    @Test
    void howManyAreAttachedIsTold() throws RefusedException {
        ShellSession session = scene.ready();
        session.attach(late);
        scene.scheduler.advance(SessionScene.STEP);
        session.leave(late);
        scene.scheduler.advance(SessionScene.STEP);
        assertThat(scene.client.changes)
                .extracting(SessionView::attachedClients)
                .endsWith(1, 2, 1);
    }

    // ---- credit

    @Test
    void aWindowIsClosedAtItsHighMarkAndOpenBelowItsLowMark() {
        FlowWindow window = new FlowWindow();
        window.spend(99_999);
        assertThat(window.isExhausted()).isFalse();
        window.spend(1);
        assertThat(window.isExhausted()).isTrue();
        window.acknowledge(95_000);
        assertThat(window.isExhausted()).isTrue();
        window.acknowledge(1);
        assertThat(window.isExhausted()).isFalse();
        window.acknowledge(Long.MAX_VALUE);
        assertThat(window.isSettled()).isTrue();
        window.spend(99_999);
        assertThat(window.isExhausted()).as("too much of it is no credit").isFalse();
        window.spend(1);
        assertThat(window.isExhausted()).isTrue();
    }

    @Test
    void aClientThatDoesNotAcknowledgeHoldsTheCommandBack() throws RefusedException {
        ShellSession session = scene.ready();
        RecordingListener careful = new RecordingListener(true);
        session.attach(careful);
        FakeCommand command = run(session, request("e1"));
        command.print("x".repeat(60_000));
        assertThat(command.asked).isEmpty();
        command.print("x".repeat(60_000));
        assertThat(command.asked).containsExactly("stop reading");
        session.acknowledge(scene.client, 200_000);
        session.acknowledge(careful, 100_000);
        assertThat(command.asked).containsExactly("stop reading");
        session.acknowledge(careful, 15_001);
        assertThat(command.asked).containsExactly("stop reading", "read");
    }

    @Test
    void whoHasDetachedOwesNothing() throws RefusedException {
        ShellSession session = scene.ready();
        RecordingListener careful = new RecordingListener(true);
        session.attach(careful);
        session.submit(request("e1"), careful);
        FakeCommand command = scene.shell().lastCommand();
        command.print("x".repeat(100_000));
        session.detach(careful);
        command.print("x".repeat(200_000));
        assertThat(command.asked).containsExactly("stop reading", "read");
    }

    @Test
    void aReplayTakesCreditToo() throws RefusedException {
        SessionScene large = new SessionScene(dev.sandshell.policy.Limits.defaults());
        ShellSession session = large.ready();
        session.submit(request("e1"));
        for (int i = 0; i < 5; i++) {
            large.shell().lastCommand().print("x".repeat(60_000));
        }
        RecordingListener careful = new RecordingListener(true);
        attach(session, careful, 0);
        assertThat(careful.events).hasSize(3);
        session.acknowledge(careful, 120_000);
        assertThat(careful.events).hasSize(5);
        session.acknowledge(careful, 120_000);
        assertThat(careful.events).isEqualTo(large.client.events);
    }
}
