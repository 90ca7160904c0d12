package dev.sandshell.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class UnfinishedCommandTest {
    record Commands(List<String> unfinished, List<String> finished) {}

    static List<String> unfinished() {
        return Examples.in("commands.json", Commands.class).unfinished();
    }

    static List<String> finished() {
        return Examples.in("commands.json", Commands.class).finished();
    }

    @ParameterizedTest
    @MethodSource("unfinished")
    void goesOn(String command) {
        assertThat(UnfinishedCommand.is(command)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("finished")
    void doesNot(String command) {
        assertThat(UnfinishedCommand.is(command)).isFalse();
    }
}
