package dev.sandshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where a program came from is only said where nothing else can be true. */
final class SessionSpansTest {
    private final SessionSpans spans = new SessionSpans();

    @Test
    void whatBeganWhileOneSessionWasThereIsThatOnes() {
        spans.begin("a", 10);
        spans.begin("b", 20);
        assertThat(spans.isOnlyOneAt("a", 10)).isTrue();
        assertThat(spans.isOnlyOneAt("a", 19)).isTrue();
        assertThat(spans.isOnlyOneAt("b", 19)).isFalse();
    }

    @Test
    void whatBeganWhileTwoWereThereIsNobodys() {
        spans.begin("a", 10);
        spans.begin("b", 20);
        assertThat(spans.isOnlyOneAt("a", 20)).isFalse();
        assertThat(spans.isOnlyOneAt("b", 20)).isFalse();
    }

    @Test
    void whatIsOlderThanTheSessionIsNotIts() {
        spans.begin("a", 10);
        assertThat(spans.isOnlyOneAt("a", 9)).isFalse();
        assertThat(spans.isOnlyOneAt("unknown", 11)).isFalse();
        assertThat(spans.isBefore("a", 9)).isTrue();
        assertThat(spans.isBefore("a", 10)).isFalse();
        assertThat(spans.isBefore("unknown", 9)).isFalse();
    }

    @Test
    void aSessionThatHasEndedAndLeftNothingDoesNotCount() {
        spans.begin("a", 10);
        spans.end("a", false);
        spans.begin("b", 10);
        assertThat(spans.isOnlyOneAt("b", 10)).isTrue();
    }

    @Test
    void oneThatMayHaveLeftSomethingCountsUntilNothingIsLeft() {
        spans.begin("a", 10);
        spans.begin("b", 20);
        spans.end("a", true);
        assertThat(spans.isOnlyOneAt("b", 30)).isFalse();
        spans.noneLeft();
        assertThat(spans.isOnlyOneAt("b", 30)).isTrue();
    }
}
