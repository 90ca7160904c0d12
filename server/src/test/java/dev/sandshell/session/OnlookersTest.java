package dev.sandshell.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.policy.RefusedException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every client of a server learns of sessions that come and go, and one that does not read costs little. */
final class OnlookersTest {
    private final SessionScene scene = new SessionScene();
    private final RecordingListener other = new RecordingListener();

    @BeforeEach
    void bothAreThere() {
        scene.registry.join(scene.client);
        scene.registry.join(other);
    }

    private ShellSession come(String id) throws RefusedException {
        ShellSession session = scene.registry.create(SessionSpec.named(id)).session();
        scene.shell().becomeReady();
        scene.scheduler.run();
        return session;
    }

    private void go(String id) {
        CompletableFuture<Boolean> unused = scene.registry.delete(id);
        scene.scheduler.run();
    }

    private void read() {
        other.takesNoNews = false;
        scene.registry.onlookerDrained(other);
    }

    @Test
    void everybodyIsToldOfASessionOnceItHasStartedAndOfItsEnd() throws RefusedException {
        ShellSession session = scene.create();
        assertThat(other.news).as("its first state is to come").isEmpty();
        scene.shell().becomeReady();
        scene.scheduler.run();
        assertThat(other.news).containsExactly("s IDLE");
        session.submit(SessionScene.request("e"));
        scene.scheduler.advance(SessionScene.STEP);
        go("s");
        assertThat(other.news).containsExactly("s IDLE", "s TERMINATED");
        assertThat(other.changes).as("of all else only who is attached").isEmpty();
        assertThat(scene.client.news).as("who is attached is not told twice").isEmpty();
        assertThat(scene.client.changes)
                .extracting(SessionView::state)
                .contains(SessionState.BUSY)
                .endsWith(SessionState.TERMINATED);
    }

    @Test
    void theEndOfASessionThatDoesNotStartIsToldToo() throws RefusedException {
        scene.create();
        scene.shell().failToStart(scene.noShell);
        assertThat(other.news).as("it was listed until then").containsExactly("s TERMINATED");
    }

    @Test
    void whoHasDetachedIsToldOfTheEnd() throws RefusedException {
        ShellSession session = scene.ready();
        session.detach(scene.client);
        go("s");
        assertThat(scene.client.news).containsExactly("s TERMINATED");
    }

    @Test
    void whoHasLeftIsToldNothing() throws RefusedException {
        scene.registry.leave(other);
        come("s");
        assertThat(other.news).isEmpty();
    }

    @Test
    void aSessionThatWasKeptIsNoNews() throws RefusedException {
        scene.registry.takeUp(KeptSession.begun(SessionSpec.named("s"), 1));
        scene.registry.get("s").attach(scene.client);
        scene.shell().becomeReady();
        scene.scheduler.run();
        assertThat(other.news).isEmpty();
        go("s");
        assertThat(other.news).containsExactly("s TERMINATED");
    }

    @Test
    void whoDoesNotReadIsToldTheLastOfEach() throws RefusedException {
        come("stays");
        come("goes");
        other.takesNoNews = true;
        go("goes");
        for (int i = 0; i < 100; i++) {
            come("brief" + i);
            go("brief" + i);
        }
        come("new");
        read();
        assertThat(other.news).containsExactly("stays IDLE", "goes IDLE", "goes TERMINATED", "new IDLE");
    }

    @Test
    void ofASessionThatHasComeAgainTheLastIsToldToo() throws RefusedException {
        come("s");
        other.takesNoNews = true;
        go("s");
        come("s");
        go("s");
        read();
        assertThat(other.news).containsExactly("s IDLE", "s TERMINATED");
    }

    @Test
    void whoAttachesMeanwhileIsNotToldOfBefore() throws RefusedException {
        other.takesNoNews = true;
        come("s").attach(other);
        read();
        assertThat(other.news).isEmpty();
    }

    @Test
    void theEndIsToldToWhoIsAttachedAndDoesNotRead() throws RefusedException {
        scene.ready();
        scene.client.saturated.add("s");
        go("s");
        assertThat(scene.client.changes).extracting(SessionView::state).endsWith(SessionState.TERMINATED);
    }
}
