package dev.sandshell.intellij.core.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.protocol.HistoryEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EarlierCommandTest {
    @Test
    void eachIsThereOnceAndAsItWasLast() {
        List<EarlierCommand> commands = EarlierCommand.distinct(
                List.of(entry("3", "make", 0, 1_200), entry("2", "ls\npwd", 0, 5), entry("1", "make", 2, 900)));
        assertThat(commands)
                .containsExactly(
                        new EarlierCommand("make", "make", "exit 0 in 1.2 s", "/work"),
                        new EarlierCommand("ls\npwd", "ls …", "exit 0 in 5 ms", "/work"));
    }

    @Test
    void matchesAllWordsInAnyOrderAndCase() {
        EarlierCommand command = EarlierCommand.of(entry("1", "git commit -m First", 0, 5));
        assertThat(command.matches("")).isTrue();
        assertThat(command.matches("first GIT")).isTrue();
        assertThat(command.matches("git push")).isFalse();
    }

    private static HistoryEntry entry(String id, String command, int exitCode, long durationMs) {
        return new HistoryEntry(id, "s", command, "/work", exitCode, 0, durationMs);
    }
}
