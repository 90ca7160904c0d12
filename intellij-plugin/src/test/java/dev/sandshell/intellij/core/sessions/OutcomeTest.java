package dev.sandshell.intellij.core.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.intellij.core.Examples;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class OutcomeTest {
    record Duration(double ms, String said) {}

    record End(Integer exitCode, String signal, boolean timedOut, Long durationMs, String said) {}

    record Command(String command, int most, String said) {}

    static List<Duration> durations() throws IOException {
        return examples("durations", Duration.class);
    }

    static List<End> outcomes() throws IOException {
        return examples("outcomes", End.class);
    }

    static List<Command> commands() throws IOException {
        return examples("commands", Command.class);
    }

    private static <T> List<T> examples(String of, Class<T> type) throws IOException {
        return Examples.of(
                Examples.in("sessions/outcomes.json").getAsJsonObject().get(of), type);
    }

    @ParameterizedTest
    @MethodSource("durations")
    void saysADuration(Duration example) {
        assertThat(Outcome.duration(example.ms())).isEqualTo(example.said());
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void saysHowItEnded(End end) {
        Outcome outcome = new Outcome(end.exitCode(), end.signal(), end.timedOut(), end.durationMs());
        assertThat(outcome.words()).isEqualTo(end.said());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void showsTheBeginningOfACommand(Command example) {
        assertThat(Outcome.shortCommand(example.command(), example.most())).isEqualTo(example.said());
    }
}
