package dev.sandshell.intellij.core.terminal.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ViewportTest {
    private final Viewport viewport = new Viewport();

    @Test
    void staysAtTheBottom() {
        viewport.follow(100, 100, 10);
        viewport.follow(150, 120, 10);

        assertThat(viewport.first()).isEqualTo(150);
    }

    @Test
    void staysWhereItIsScrolledTo() {
        viewport.follow(100, 100, 10);
        viewport.scrollBackTo(30);
        viewport.follow(150, 120, 10);

        assertThat(viewport.first()).isEqualTo(70);
    }

    @Test
    void goesWithTheOldestLineThatIsKept() {
        viewport.follow(100, 100, 10);
        viewport.scrollBackTo(1000);
        viewport.follow(150, 100, 10);

        assertThat(viewport.first()).isEqualTo(50);
    }

    @Test
    void revealsWhatIsNotSeen() {
        viewport.follow(100, 100, 10);

        assertThat(viewport.reveal(105)).isFalse();
        assertThat(viewport.reveal(50)).isTrue();
        assertThat(viewport.first()).isEqualTo(45);
        assertThat(viewport.reveal(0)).isTrue();
        assertThat(viewport.first()).isZero();
    }
}
