package dev.sandshell.session;

import static dev.sandshell.session.SessionScene.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandshell.policy.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The terminal of a session: what is typed and shown there, and who has to wait for whom. */
final class ConsoleTest {
    private static final TerminalSize LARGE = new TerminalSize(50, 132);

    private final SessionScene scene = new SessionScene();

    private List<OutputChunk> shownTo(ShellSession session) {
        List<OutputChunk> chunks = new ArrayList<>();
        session.log().inMemoryFrom(1).forEach(event -> {
            if (event instanceof SessionEvent.Output output && output.execId() == null) {
                chunks.add(output.chunk());
            }
        });
        return chunks;
    }

    @Test
    void whatItShowsIsToldToWhoIsAttachedAndToldAgain() throws RefusedException {
        ShellSession session = scene.ready();
        RecordingListener caller = new RecordingListener();
        session.submit(request("e"), caller);
        scene.shell().show("one");
        scene.shell().lastCommand().print("out");
        scene.shell().show("two");
        assertThat(scene.client.events)
                .containsExactly(
                        "1 started e",
                        "2 output null terminal one",
                        "3 output e stdout out",
                        "4 output null terminal two");
        assertThat(caller.events).as("its own call alone").containsExactly("1 started e", "3 output e stdout out");
        RecordingListener late = new RecordingListener();
        session.attach(late, OptionalLong.of(0), replay -> {});
        assertThat(late.events).isEqualTo(scene.client.events);
        assertThat(shownTo(session)).extracting(OutputChunk::offset).containsExactly(0L, 3L);
    }

    @Test
    void aCharacterMayComeInPiecesAndIsGivenUpWithTheShell() throws RefusedException {
        ShellSession session = scene.ready();
        byte[] euro = "€".getBytes(StandardCharsets.UTF_8);
        session.terminalOutput(new byte[] {euro[0]}, 1);
        session.terminalOutput(new byte[] {euro[1], euro[2], 'x'}, 3);
        session.terminalOutput(new byte[] {euro[0], euro[1]}, 2);
        assertThat(shownTo(session)).extracting(OutputChunk::text).containsExactly("€x");
        scene.shell().end(0, null);
        scene.shell().becomeReady();
        scene.shell().show("y");
        assertThat(shownTo(session)).extracting(OutputChunk::text).containsExactly("€x", "\ufffd", "y");
        assertThat(shownTo(session)).extracting(OutputChunk::offset).containsExactly(0L, 4L, 6L);
        assertThat(session.view().lastEnd()).isEqualTo(new ShellEnd(0, null));
    }

    @Test
    void itIsReadAsFastAsTheSlowestAttachedClientTakesIt() throws RefusedException {
        ShellSession session = scene.ready();
        scene.client.saturated.add("s");
        scene.shell().show("much");
        assertThat(scene.shell().isTerminalRead()).isFalse();
        scene.client.saturated.clear();
        session.outputDrained();
        assertThat(scene.shell().isTerminalRead()).isTrue();
        scene.client.saturated.add("s");
        scene.shell().show("more");
        session.leave(scene.client);
        assertThat(scene.shell().isTerminalRead())
                .as("whom nobody reads, nobody waits for")
                .isTrue();
    }

    @Test
    void keysAndSizesGoThroughWhileACommandRuns() throws RefusedException {
        ShellSession session = scene.ready();
        session.submit(request("e"));
        session.console().input(new byte[] {3});
        session.console().resize(LARGE);
        session.console().resize(LARGE);
        assertThat(scene.shell().typed.toByteArray()).containsExactly(3);
        assertThat(scene.shell().sizes).containsExactly(LARGE);
        assertThat(session.view().size()).isEqualTo(LARGE);
        assertThat(session.spec().size()).isEqualTo(LARGE);
    }

    @Test
    void anEndedSessionHasNoTerminal() throws RefusedException {
        ShellSession session = scene.ready();
        FakeShell shell = scene.shell();
        CompletableFuture<Boolean> deleted = scene.registry.delete("s");
        shell.show("late");
        assertThat(deleted).isNotDone();
        assertThat(scene.client.events).isEmpty();
        assertThatThrownBy(() -> session.console().input(new byte[] {3}))
                .isInstanceOf(RefusedException.class)
                .hasMessage("session s has been deleted");
        assertThatThrownBy(() -> session.console().resize(LARGE)).isInstanceOf(RefusedException.class);
    }
}
