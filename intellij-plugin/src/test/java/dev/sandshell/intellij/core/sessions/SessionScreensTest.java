package dev.sandshell.intellij.core.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SessionScreensTest {
    private final SessionScreens screens = new SessionScreens();
    private final List<SessionEvent> shown = new ArrayList<>();
    private final Screen screen = shown::add;

    private static SessionEvent output(int bytes) {
        return Events.output(1, "x".repeat(bytes));
    }

    @Test
    void whatNobodyShowsIsTakenAtOnceAndSaidInSteps() {
        screens.show(output(4_999), true);
        assertThat(screens.acknowledge()).isZero();
        screens.show(output(1), true);
        assertThat(screens.acknowledge()).isEqualTo(5_000);
        assertThat(screens.acknowledge()).isZero();
    }

    @Test
    void aScreenIsWaitedFor() {
        screens.put(screen);
        screens.show(output(6_000), true);
        assertThat(shown).hasSize(1);
        assertThat(screens.acknowledge()).isZero();
        screens.taken(6_000);
        assertThat(screens.acknowledge()).isEqualTo(6_000);
    }

    @Test
    void soIsTheSlowestWatcher() {
        List<SessionEvent> watched = new ArrayList<>();
        Screen watcher = watched::add;
        screens.watch(watcher);
        screens.put(screen);
        screens.show(output(6_000), true);
        screens.taken(6_000);
        assertThat(screens.acknowledge()).isZero();
        screens.taken(watcher, 1_000);
        assertThat(screens.acknowledge()).isZero();
        screens.taken(watcher, 4_000);
        assertThat(screens.acknowledge()).isEqualTo(5_000);
        screens.unwatch(watcher);
        screens.show(output(4_000), true);
        screens.taken(4_000);
        assertThat(screens.acknowledge()).isEqualTo(5_000);
        assertThat(watched).hasSize(1);
    }

    @Test
    void whatComesAgainIsForTheScreenAlone() {
        List<SessionEvent> watched = new ArrayList<>();
        screens.watch(watched::add);
        screens.put(screen);
        screens.show(output(1), false);
        assertThat(shown).hasSize(1);
        assertThat(watched).isEmpty();
    }

    @Test
    void anotherScreenTakesItsPlace() {
        screens.put(screen);
        screens.put(event -> {});
        screens.remove(screen);
        screens.show(output(6_000), true);
        assertThat(shown).isEmpty();
        assertThat(screens.acknowledge()).isZero();
    }
}
