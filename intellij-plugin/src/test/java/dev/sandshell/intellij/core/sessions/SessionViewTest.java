package dev.sandshell.intellij.core.sessions;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SessionViewTest {
    private final SessionView view = new SessionView(Events.session("idle"));

    @Test
    void knowsWhatACommandDoes() {
        ExecView exec = requireNonNull(view.take(Events.started(1)));
        assertThat(view.current()).isSameAs(exec);
        view.take(Events.inputRequired(2, true));
        assertThat(exec.asksFor()).isEqualTo(ExecView.AsksFor.SECRET);
        view.take(Events.output(3, "one\n"));
        view.take(Events.output(4, "\033[32mtwo\033[0m 10%\rtwo 20%"));
        view.take(Events.output(5, "\r\n\r\n"));
        assertThat(exec.lastLine()).isEqualTo("two 20%");
        assertThat(exec.lastLines(5)).containsExactly("one", "two 20%");
        assertThat(exec.asksFor()).isEqualTo(ExecView.AsksFor.NOTHING);
        view.take(Events.exited(6, "e", 2));
        assertThat(exec.outcome()).isEqualTo(new Outcome(2, null, false, 2L));
        assertThat(exec.hasFailed()).isTrue();
        assertThat(view.current()).isNull();
        assertThat(view.lastSeq()).isEqualTo(6);
    }

    @Test
    void keepsTheEndOfAFlood() {
        ExecView exec = requireNonNull(view.take(Events.started(1)));
        view.take(Events.output(2, "x".repeat(100_000) + "\nlast"));
        assertThat(exec.lastLine()).isEqualTo("last");
        assertThat(exec.lastLines(2).get(0)).hasSize(2_000 - 5);
    }

    @Test
    void remembersAHundredCommandsAndThoseThatRun() {
        view.take(Events.started(1, "runs", true));
        for (int i = 0; i < 200; i++) {
            view.take(Events.started(2 + 2 * i, "e" + i, false));
            view.take(Events.exited(3 + 2 * i, "e" + i, 0));
        }
        assertThat(view.newestExecs()).hasSize(100);
        assertThat(view.newestExecs().get(0).execId()).isEqualTo("e199");
        assertThat(view.exec("runs")).isNotNull();
        assertThat(view.exec("e0")).isNull();
        assertThat(view.current()).isNull();
    }

    @Test
    void countsBytesAsTheServerDoes() {
        assertThat(Utf8.length("aé€😀\uFFFD")).isEqualTo(1 + 2 + 3 + 4 + 3);
        assertThat(Utf8.lengthOfBase64("")).isZero();
        assertThat(Utf8.lengthOfBase64("AA==")).isEqualTo(1);
        assertThat(Utf8.lengthOfBase64("AAA=")).isEqualTo(2);
        assertThat(Utf8.lengthOfBase64("AAAAAA==")).isEqualTo(4);
    }
}
