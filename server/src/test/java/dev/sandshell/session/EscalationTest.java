package dev.sandshell.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dev.sandshell.concurrent.ManualScheduler;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The steps of an escalation come in order, one interval apart, and stop when they are told to. */
final class EscalationTest {
    private static final Duration STEP = Duration.ofSeconds(3);

    private final ManualScheduler scheduler = new ManualScheduler();
    private final FakeCommand command = new FakeCommand(
            new CommandSpec("sleep", null, ImmutableMap.of(), null, false, false, false, false, 0),
            new IgnoringListener());
    private final Escalation escalation = new Escalation(scheduler, STEP, command);

    /** Nothing that the command tells matters here. */
    private static final class IgnoringListener implements RunningCommand.Listener {
        @Override
        public void started() {}

        @Override
        public void output(StreamName stream, byte[] bytes, int length) {}

        @Override
        public void inputRequired(boolean isSecret) {}

        @Override
        public void streamEnded(StreamName stream) {}

        @Override
        public void reported() {}

        @Override
        public void finished(int status, String cwd) {}

        @Override
        public void lost() {}

        @Override
        public void closed() {}
    }

    @Test
    void theFirstStepComesAtOnceAndTheOthersOneIntervalApart() {
        escalation.start();
        assertThat(command.asked).containsExactly("INTERRUPT");
        scheduler.advance(STEP.minusNanos(1));
        assertThat(command.asked).containsExactly("INTERRUPT");
        scheduler.advance(Duration.ofNanos(1));
        assertThat(command.asked).containsExactly("INTERRUPT", "TERMINATE");
        scheduler.advance(STEP);
        assertThat(command.asked).containsExactly("INTERRUPT", "TERMINATE", "KILL");
        scheduler.advance(STEP);
        assertThat(command.asked).containsExactly("INTERRUPT", "TERMINATE", "KILL", "KILL_WITH_SHELL");
        assertThat(scheduler.timers()).isEmpty();
    }

    @Test
    void startingTwiceChangesNothing() {
        escalation.start();
        escalation.start();
        scheduler.advance(STEP);
        escalation.start();
        assertThat(command.asked).containsExactly("INTERRUPT", "TERMINATE");
    }

    @Test
    void aCancelledEscalationTakesNoMoreSteps() {
        escalation.start();
        escalation.cancel();
        scheduler.advance(STEP.multipliedBy(10));
        escalation.start();
        assertThat(command.asked).containsExactly("INTERRUPT");
    }

    @Test
    void anEscalationThatWasCancelledBeforeItsStartNeverStarts() {
        escalation.cancel();
        escalation.start();
        assertThat(command.asked).isEmpty();
    }
}
