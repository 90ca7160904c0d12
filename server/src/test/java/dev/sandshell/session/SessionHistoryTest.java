package dev.sandshell.session;

import static dev.sandshell.session.SessionScene.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dev.sandshell.policy.RefusedException;
import dev.sandshell.session.CommandLog.FinishedCommand;
import dev.sandshell.session.SessionScene.Request;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a session gives to the command log: each command that began, once, when it has ended. */
final class SessionHistoryTest {
    private final SessionScene scene = new SessionScene();

    private static FinishedCommand finished(String command, String cwd, @Nullable Integer exitCode, long durationMs) {
        return new FinishedCommand("s", command, cwd, exitCode, 1_000_000, durationMs);
    }

    @Test
    void whereItBeganAndHowItEnded() throws RefusedException {
        ShellSession session = scene.ready();
        session.submit(new Request("e1").command("cd /usr").build());
        scene.scheduler.advance(Duration.ofMillis(70));
        assertThat(scene.history.commands).isEmpty();
        scene.shell().lastCommand().report(0, "/usr");
        scene.shell().lastCommand().close();
        scene.scheduler.run();
        session.submit(new Request("e2").command("false").build());
        scene.shell().lastCommand().finish(1);
        scene.scheduler.run();
        session.submit(new Request("e3").command("true").cwd("/tmp").build());
        scene.shell().lastCommand().finish(0);
        assertThat(scene.history.commands)
                .containsExactly(
                        finished("cd /usr", "/home", 0, 70),
                        finished("false", "/usr", 1, 0),
                        finished("true", "/tmp", 0, 0));
    }

    @Test
    void whatWasTakenBackBeforeItBeganIsNotThere() throws RefusedException {
        ShellSession session = scene.ready();
        session.submit(new Request("e1").command("one").build());
        session.submit(request("e2")).cancel();
        scene.shell().lastCommand().finish(0);
        scene.scheduler.run();
        assertThat(scene.history.commands).containsExactly(finished("one", "/home", 0, 0));
    }

    @Test
    void whatEndsWithItsSessionHasNoExitCode() throws RefusedException {
        ShellSession session = scene.ready();
        session.submit(new Request("e1").command("sleep 1").build());
        session.submit(request("e2"));
        var unused = scene.registry.delete("s");
        assertThat(scene.history.commands).containsExactly(finished("sleep 1", "/home", null, 0));
    }

    @Test
    void aSessionThatKeepsNoneGivesNone() throws RefusedException {
        SessionSpec silent = new SessionSpec(
                "quiet", "quiet", null, ImmutableMap.of(), null, false, TerminalSize.DEFAULT, null, false, null);
        ShellSession session = scene.registry.create(silent).session();
        scene.shell().becomeReady();
        scene.scheduler.run();
        session.submit(request("e1"));
        scene.shell().lastCommand().finish(0);
        assertThat(scene.history.commands).isEmpty();
    }
}
