package dev.sandshell.intellij.core.commands;

import dev.sandshell.intellij.core.sessions.Outcome;
import dev.sandshell.protocol.HistoryEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A command that has been run, as it is offered again.
 *
 * @param label its first line
 * @param outcome how it ended, the last time
 * @param cwd where it began then
 */
public record EarlierCommand(String command, String label, String outcome, String cwd) {
    private static final int LABEL = 100;

    static EarlierCommand of(HistoryEntry entry) {
        Outcome outcome = new Outcome(entry.exitCode(), null, false, entry.durationMs());
        return new EarlierCommand(
                entry.command(), Outcome.shortCommand(entry.command(), LABEL), outcome.words(), entry.cwd());
    }

    /** Each command once, the one that was run last first. */
    public static List<EarlierCommand> distinct(List<HistoryEntry> newestFirst) {
        Map<String, EarlierCommand> distinct = new LinkedHashMap<>();
        newestFirst.forEach(entry -> distinct.putIfAbsent(entry.command(), of(entry)));
        return List.copyOf(distinct.values());
    }

    /** Whether it has all the words of what somebody types, as the server searches. */
    public boolean matches(String query) {
        String text = command.toLowerCase(Locale.ROOT);
        for (String word : query.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
