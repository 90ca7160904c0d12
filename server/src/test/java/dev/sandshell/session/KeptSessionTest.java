package dev.sandshell.session;

import static dev.sandshell.session.SessionScene.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import dev.sandshell.policy.RefusalCode;
import dev.sandshell.policy.RefusedException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** When a session is kept, and how a server takes up one that was. */
final class KeptSessionTest {
    private static final ShellState STATE = new ShellState("fake", new byte[] {1});

    private final SessionScene scene = new SessionScene();

    private static KeptSession kept(boolean hasState) {
        SessionSpec spec = SessionSpec.named("s");
        return new KeptSession(hasState ? spec.withState(STATE) : spec, "/was", 5, 2);
    }

    private ShellSession takenUp(boolean hasState) throws RefusedException {
        scene.registry.takeUp(kept(hasState));
        return scene.registry.get("s");
    }

    private KeptSession inStore() {
        return Objects.requireNonNull(scene.store.kept.get("s"), "the session s is not kept");
    }

    // ---- when it is kept

    @Test
    void aSessionIsKeptOnceItsShellIsReady() throws RefusedException {
        scene.create();
        assertThat(scene.store.kept).isEmpty();
        scene.shell().becomeReady();
        assertThat(inStore()).isEqualTo(new KeptSession(SessionSpec.named("s"), "/home", 1_000_000, 0));
    }

    @Test
    void eachNewStateIsKept() throws RefusedException {
        scene.ready();
        scene.shell().takeState(() -> Optional.of(STATE));
        assertThat(inStore().spec().state()).isEqualTo(STATE);
    }

    @Test
    void aNewSizeIsKept() throws RefusedException {
        scene.ready().console().resize(new TerminalSize(2, 3));
        assertThat(inStore().spec().size()).isEqualTo(new TerminalSize(2, 3));
    }

    @Test
    void howOftenAShellTookOverIsKept() throws RefusedException {
        scene.ready();
        scene.shell().end(1, null);
        scene.shell().becomeReady();
        assertThat(inStore().restarts()).isEqualTo(1);
    }

    @Test
    void aDeletedSessionIsForgottenAndAStateThatComesLateDoesNotBringItBack() throws RefusedException {
        scene.ready();
        CompletableFuture<Boolean> unused = scene.registry.delete("s");
        assertThat(scene.store.kept).isEmpty();
        scene.shell().takeState(() -> Optional.of(STATE));
        assertThat(scene.store.kept).isEmpty();
    }

    @Test
    void aSessionWhoseShellDoesNotStartIsNotKept() throws RefusedException {
        scene.create();
        scene.shell().failToStart(scene.noShell);
        assertThat(scene.store.kept).isEmpty();
    }

    // ---- how it is taken up

    @Test
    void itIsThereWithoutAShell() throws RefusedException {
        SessionView view = takenUp(true).view();
        assertThat(scene.shell().starts).isEmpty();
        assertThat(scene.backend.specs.get(0).state()).isEqualTo(STATE);
        assertThat(view)
                .isEqualTo(new SessionView(
                        "s",
                        "s",
                        SessionState.IDLE,
                        "fake",
                        0,
                        "/was",
                        5,
                        TerminalSize.DEFAULT,
                        null,
                        0,
                        3,
                        0,
                        null,
                        true));
    }

    @Test
    void theFirstCommandStartsItsShellAndSaysThatTheStateIsThere() throws RefusedException {
        ShellSession session = takenUp(true);
        Exec first = session.submit(request("e1"));
        Exec second = session.submit(request("e2"));
        assertThat(scene.shell().starts).containsExactly(true);
        scene.shell().becomeReady();
        scene.shell().lastCommand().finish(0);
        scene.scheduler.run();
        scene.shell().lastCommand().finish(0);
        assertThat(first.reply().join().status().stateRestored()).isTrue();
        assertThat(second.reply().join().status().stateRestored()).isFalse();
        assertThat(session.view().restarts()).isEqualTo(3);
        assertThat(session.view().isFromStore()).isTrue();
    }

    @Test
    void whoAttachesStartsItOnce() throws RefusedException {
        ShellSession session = takenUp(true);
        session.attach(scene.client);
        session.attach(new RecordingListener());
        assertThat(scene.shell().starts).containsExactly(true);
        assertThat(session.view().state()).isEqualTo(SessionState.STARTING);
    }

    @Test
    void whoTypesStartsIt() throws RefusedException {
        takenUp(true).console().input(new byte[] {'x'});
        assertThat(scene.shell().starts).containsExactly(true);
    }

    @Test
    void aStateThatCannotBeRestoredIsSaid() throws RefusedException {
        ShellSession session = takenUp(true);
        Exec exec = session.submit(request("e1"));
        scene.shell().becomeReady(false);
        scene.shell().lastCommand().finish(0);
        assertThat(exec.reply().join().status().stateRestored()).isFalse();
        assertThat(session.view().isFromStore()).isFalse();
    }

    @Test
    void aSessionWithoutAStateSaysSoFromTheStart() throws RefusedException {
        assertThat(takenUp(false).view().isFromStore()).isFalse();
    }

    @Test
    void theShellAfterThatHasNothingToDoWithTheStore() throws RefusedException {
        ShellSession session = takenUp(true);
        session.attach(scene.client);
        scene.shell().becomeReady();
        scene.shell().end(1, null);
        scene.shell().becomeReady();
        assertThat(session.view().isFromStore()).isNull();
        assertThat(session.view().restarts()).isEqualTo(4);
    }

    @Test
    void aShellThatDoesNotStartIsTriedAgainAndNotCounted() throws RefusedException {
        ShellSession session = takenUp(true);
        Exec refused = session.submit(request("e1"));
        scene.shell().failToStart(scene.noShell);
        assertThat(refused.reply()).isCompletedExceptionally();
        Exec exec = session.submit(request("e2"));
        scene.shell().becomeReady();
        scene.shell().lastCommand().finish(0);
        assertThat(exec.reply().join().status().stateRestored()).isTrue();
        assertThat(session.view().restarts()).isEqualTo(3);
    }

    @Test
    void aSessionThatNobodyUsesStaysKeptAsItWas() throws RefusedException {
        takenUp(true);
        scene.scheduler.run();
        assertThat(scene.store.kept).isEmpty();
    }

    @Test
    void whereTheFolderIsGoneItBeginsElsewhere() throws RefusedException {
        SessionSpec inGone = new SessionSpec(
                "s", "s", "/gone", ImmutableMap.of(), null, false, TerminalSize.DEFAULT, null, true, null);
        scene.backend.refusal =
                new RefusedException(RefusalCode.SHELL_START_FAILED, "no folder", ImmutableMap.of("kind", "BadCwd"));
        scene.registry.takeUp(new KeptSession(inGone, "/gone", 5, 0));
        assertThat(scene.backend.specs.get(0).cwd()).isNull();
    }

    @Test
    void whereItsShellIsGoneItStaysKept() {
        scene.backend.refusal = scene.noShell;
        assertThatThrownBy(() -> scene.registry.takeUp(kept(true))).isEqualTo(scene.noShell);
        assertThat(scene.registry.all()).isEmpty();
    }

    @Test
    void theStateGoesToTheShellThatItIsOf() throws RefusedException {
        takenUp(true);
        assertThat(scene.backend.specs.get(0).shell()).isEqualTo("fake");
    }

    // ---- the end

    @Test
    void anEndThatKeepsWaitsForWhatShellsKnow() throws RefusedException {
        scene.ready();
        CompletableFuture<Void> settled = new CompletableFuture<>();
        scene.store.settled = settled;
        CompletableFuture<Void> unused = scene.registry.closeAll();
        assertThat(scene.shell().stateReads).hasSize(1);
        scene.shell().takeState(() -> Optional.of(STATE));
        scene.shell().stateReads.get(0).accept(STATE);
        scene.scheduler.run();
        assertThat(scene.shell().isClosed()).isFalse();
        settled.complete(null);
        scene.scheduler.run();
        assertThat(scene.shell().isClosed()).isTrue();
        assertThat(inStore().spec().state()).isEqualTo(STATE);
    }

    @Test
    void aBusySessionIsKeptAsItWasBefore() throws RefusedException {
        ShellSession session = scene.ready();
        session.submit(request("e1"));
        CompletableFuture<Void> unused = scene.registry.closeAll();
        scene.scheduler.run();
        assertThat(scene.shell().stateReads).isEmpty();
        assertThat(scene.shell().isClosed()).isTrue();
        assertThat(scene.store.kept).containsKey("s");
    }

    @Test
    void aShellThatDoesNotAnswerHoldsNoEndUp() throws RefusedException {
        scene.ready();
        CompletableFuture<Void> closed = scene.registry.closeAll();
        scene.scheduler.advance(Duration.ofSeconds(5));
        assertThat(scene.shell().isClosed()).isTrue();
        scene.shell().finishClosing();
        assertThat(closed).isDone();
    }
}
