package dev.sandshell.intellij.core.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class RestartBudgetTest {
    private final AtomicLong now = new AtomicLong();
    private final RestartBudget budget = new RestartBudget(2, Duration.ofSeconds(1), now::get);

    @Test
    void allowsSoManyStartsInAStretchOfTimeAndMoreOnceThatIsOver() {
        assertThat(List.of(budget.take(), budget.take(), budget.take())).containsExactly(true, true, false);
        now.set(999);
        assertThat(budget.take()).isFalse();
        now.set(1_000);
        assertThat(List.of(budget.take(), budget.take(), budget.take())).containsExactly(true, true, false);
    }

    @Test
    void forgetsWhatWasWhereTheUserAsksForIt() {
        assertThat(List.of(budget.take(), budget.take(), budget.take())).containsExactly(true, true, false);
        budget.reset();
        assertThat(budget.take()).isTrue();
    }
}
