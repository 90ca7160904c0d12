package dev.sandshell.session;

import static dev.sandshell.session.SessionScene.request;
import static org.assertj.core.api.Assertions.assertThat;

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
    void theCollectedOutputOfTheOldestGoesWhereAllTogetherHoldTooMuch() throws RefusedException {
        ShellSession session = scene.ready();
        runToItsEnd(session, new Request("first").background().build(), "x".repeat(600));
        runToItsEnd(session, new Request("second").background().build(), "y".repeat(600));
        ExecResult first = session.exec("first").orElseThrow().result();
        ExecResult second = session.exec("second").orElseThrow().result();
        assertThat(first.stdout().total()).isEqualTo(600);
        assertThat(first.stdout().bytes()).isEmpty();
        assertThat(first.stdout().isTruncated()).isTrue();
        assertThat(second.stdout().bytes()).hasSize(600);
        assertThat(second.stdout().isTruncated()).isFalse();
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
