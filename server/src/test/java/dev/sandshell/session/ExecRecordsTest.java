package dev.sandshell.session;

import static dev.sandshell.session.SessionScene.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandshell.policy.RefusalCode;
import dev.sandshell.policy.RefusedException;
import dev.sandshell.session.SessionScene.Request;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A session remembers what runs, the last few that ended, and no more of their output than it may. */
final class ExecRecordsTest {
    /** As {@link SessionScene#limits} has it. */
    private static final int REMEMBERED = 8;

    private final SessionScene scene = new SessionScene();

    private void runToItsEnd(ShellSession session, ExecRequest request, String output) throws RefusedException {
        session.submit(request);
        FakeCommand command = scene.shell().lastCommand();
        if (request.isBackground()) {
            command.startInBackground();
        }
        command.print(output);
        command.finish(0);
        scene.scheduler.run();
    }

    @Test
    void theOldestOfTheEndedIsForgotten() throws RefusedException {
        ShellSession session = scene.ready();
        for (int i = 0; i < REMEMBERED + 2; i++) {
            runToItsEnd(session, request("e" + i), "x");
        }
        assertThat(session.execs())
                .extracting(exec -> exec.request().execId())
                .containsExactlyElementsOf(IntStream.range(2, REMEMBERED + 2)
                        .mapToObj(i -> "e" + i)
                        .toList());
        assertThat(session.execs().get(0).outputAfter(0)).hasSize(1);
    }

    @Test
    void aCommandWithTheIdOfOneThatIsForgottenHasOutputOfItsOwn() throws RefusedException {
        ShellSession session = scene.ready();
        for (int i = 0; i < REMEMBERED + 1; i++) {
            runToItsEnd(session, request("e" + i), "old");
        }
        Exec again = session.submit(request("e0"));
        scene.shell().lastCommand().print("new");
        assertThat(again.outputAfter(0)).extracting(OutputChunk::text).containsExactly("new");
    }

    @Test
    void whatStillRunsIsNotForgotten() throws RefusedException {
        ShellSession session = scene.ready();
        session.submit(new Request("server").background().build());
        scene.shell().lastCommand().startInBackground();
        scene.scheduler.run();
        for (int i = 0; i < REMEMBERED + 2; i++) {
            runToItsEnd(session, request("e" + i), "");
        }
        assertThat(session.exec("server")).isPresent();
    }

    @Test
    void ofAllSessionsTheOldestOfTheEndedIsForgotten() throws RefusedException {
        ShellSession session = scene.ready();
        runToItsEnd(session, request("e0"), "");
        for (int s = 1; s <= 2; s++) {
            ShellSession other =
                    scene.registry.create(SessionSpec.named("other" + s)).session();
            scene.shell().becomeReady();
            scene.scheduler.run();
            for (int i = 0; i < REMEMBERED - 2; i++) {
                runToItsEnd(other, request("s" + s + "-" + i), "");
            }
        }
        assertThat(session.execs()).isEmpty();
        assertThat(scene.registry.hasExec("e0")).isFalse();
        assertThat(scene.registry.hasExec("s1-0")).isTrue();
    }

    @Test
    void forTheTextOfANewCallTheOldestOfTheEndedAreForgottenAndElseItIsRefused() throws RefusedException {
        ShellSession session = scene.ready();
        runToItsEnd(session, new Request("old").command("x".repeat(300)).build(), "");
        session.submit(new Request("running").command("x".repeat(300)).build());
        Exec waiting =
                session.submit(new Request("waiting").stdin(new byte[300]).build());
        boolean isOldForgotten = session.exec("old").isEmpty();
        assertThatThrownBy(() ->
                        session.submit(new Request("more").stdin(new byte[200]).build()))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.code()).isEqualTo(RefusalCode.QUEUE_FULL));
        assertThat(isOldForgotten).isTrue();
        assertThat(session.exec("more")).isEmpty();
        waiting.cancel();
        session.submit(new Request("more").stdin(new byte[200]).build());
        assertThat(session.exec("more")).isPresent();
    }

    @Test
    void theInputOfACommandThatHasEndedIsNotKept() throws RefusedException {
        ShellSession session = scene.ready();
        runToItsEnd(session, new Request("first").stdin(new byte[900]).build(), "");
        runToItsEnd(session, new Request("second").stdin(new byte[900]).build(), "");
        assertThat(session.execs()).hasSize(2);
    }

    @Test
    void theCollectedOutputOfTheEndedGoesBeforeThatOfWhatRuns() throws RefusedException {
        SessionScene tight = new SessionScene(SessionScene.limits(4, SessionScene.memory(1_000, 5_000)));
        ShellSession session = tight.ready();
        int large = HeadTailBuffer.ALWAYS + 4_000;
        session.submit(new Request("first").background().cap(2 * large).build());
        FakeCommand first = tight.shell().lastCommand();
        first.startInBackground();
        first.print("x".repeat(large));
        first.finish(0);
        tight.scheduler.run();
        int before = session.exec("first").orElseThrow().result().stdout().bytes().length;
        Exec second = session.submit(new Request("second").cap(2 * large).build());
        tight.shell().lastCommand().print("y".repeat(large));
        tight.shell().lastCommand().finish(0);
        ExecResult after = session.exec("first").orElseThrow().result();
        assertThat(before).isEqualTo(large);
        assertThat(after.stdout().total()).isEqualTo(large);
        assertThat(after.stdout().bytes()).isEmpty();
        assertThat(after.stdout().isTruncated()).isTrue();
        assertThat(second.reply().join().stdout().bytes()).hasSize(large);
    }

    @Test
    void whatACommandHasCollectedComesBackOnceItsClientHasTheResult() throws RefusedException {
        SessionScene tight = new SessionScene(SessionScene.limits(4, SessionScene.memory(1_000, 5_000)));
        ShellSession session = tight.ready();
        int large = HeadTailBuffer.ALWAYS + 4_000;
        for (int i = 0; i < 3; i++) {
            Exec exec = session.submit(new Request("e" + i).cap(2 * large).build(), tight.client);
            var answer = session.answer(tight.client, exec);
            tight.shell().lastCommand().print("y".repeat(large));
            tight.shell().lastCommand().finish(0);
            tight.scheduler.run();
            assertThat(answer.join().stdout().isTruncated()).isFalse();
            assertThat(exec.reply().join().stdout().bytes())
                    .as("what it still holds")
                    .isEmpty();
        }
    }

    @Test
    void theResultOfAForegroundCommandIsHandedOverAndNotKept() throws RefusedException {
        ShellSession session = scene.ready();
        Exec exec = session.submit(request("e1"));
        scene.shell().lastCommand().print("hello");
        scene.shell().lastCommand().finish(0);
        assertThat(exec.reply().join().stdout().bytes()).hasSize(5);
        assertThat(exec.result().stdout().bytes()).isEmpty();
    }
}
