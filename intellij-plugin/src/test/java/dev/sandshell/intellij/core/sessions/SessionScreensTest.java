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
        screens.taken(screen, 6_000);
        assertThat(screens.acknowledge()).isEqualTo(6_000);
    }

    @Test
    void ofSeveralTheSlowestIs() {
        List<SessionEvent> another = new ArrayList<>();
        List<SessionEvent> watched = new ArrayList<>();
        Screen second = another::add;
        Screen watcher = watched::add;
        screens.watch(watcher);
        screens.put(screen);
        screens.put(second);
        screens.show(output(6_000), true);
        screens.taken(screen, 6_000);
        screens.taken(watcher, 5_500);
        assertThat(screens.acknowledge()).isZero();
        screens.taken(second, 5_000);
        assertThat(screens.acknowledge()).isEqualTo(5_000);
        screens.taken(second, 1_000);
        screens.show(output(4_500), true);
        screens.remove(watcher);
        screens.remove(second);
        screens.taken(screen, 4_500);
        assertThat(screens.acknowledge()).isEqualTo(5_500);
        assertThat(shown).hasSize(2);
        assertThat(another).isEqualTo(shown);
        assertThat(watched).isEqualTo(shown);
    }

    @Test
    void whoHasGoneIsNotWaitedFor() {
        screens.put(screen);
        screens.show(output(6_000), true);
        screens.remove(screen);
        assertThat(screens.acknowledge()).isEqualTo(6_000);
        screens.show(output(1), true);
        assertThat(shown).hasSize(1);
    }

    @Test
    void whatComesAgainIsForScreensAndNotForWatchers() {
        List<SessionEvent> watched = new ArrayList<>();
        screens.watch(watched::add);
        screens.put(screen);
        screens.show(output(1), false);
        assertThat(shown).hasSize(1);
        assertThat(watched).isEmpty();
    }

    @Test
    void onAnotherConnectionEachScreenGoesOnWhereItWas() {
        List<SessionEvent> another = new ArrayList<>();
        List<SessionEvent> watched = new ArrayList<>();
        screens.put(screen);
        screens.put(another::add);
        screens.watch(watched::add);
        screens.interrupt();
        // What follows for the one of them is too late for the other.
        screens.show(output(1), true);
        screens.put(screen);
        screens.show(output(1), true);
        assertThat(shown).hasSize(1);
        assertThat(another).isEmpty();
        assertThat(watched).hasSize(2);
    }

    @Test
    void oneOfThemAnswers() {
        Screen second = event -> {};
        screens.put(screen);
        screens.put(second);
        assertThat(screens.leads(screen)).isTrue();
        screens.lead(second);
        assertThat(screens.leads(screen)).isFalse();
        assertThat(screens.leads(second)).isTrue();
        screens.remove(second);
        assertThat(screens.leads(screen)).isTrue();
    }
}
