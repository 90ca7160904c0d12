package dev.sandshell.rpc;

import com.google.common.collect.ImmutableList;
import dev.sandshell.policy.HistoryLimits;
import dev.sandshell.policy.InvalidArgumentException;
import dev.sandshell.policy.TextRules;
import dev.sandshell.protocol.HistoryEntry;
import dev.sandshell.protocol.SessionHistoryParams;
import dev.sandshell.protocol.SessionHistoryResult;
import dev.sandshell.session.CommandLog;
import org.jspecify.annotations.Nullable;

/** What is asked of the command log, checked, and what it answers, as it travels. Pure. */
public final class HistoryMapping {
    /** More than anybody types, and few enough words for one search. */
    private static final int MAX_QUERY = 1_000;

    private static final int DEFAULT_LIMIT = 100;

    private HistoryMapping() {}

    public static CommandLog.Query query(@Nullable SessionHistoryParams given, HistoryLimits limits)
            throws InvalidArgumentException {
        SessionHistoryParams params = given == null ? new SessionHistoryParams(null, null, null, null) : given;
        Integer limit = params.limit();
        return new CommandLog.Query(
                params.sessionId() == null ? null : Fields.id("sessionId", params.sessionId()),
                params.query() == null ? null : text(params.query()),
                (int) Fields.range(
                        "limit", limit == null ? null : (long) limit, 1, limits.answerEntries(), DEFAULT_LIMIT),
                params.beforeId() == null ? null : entryId(params.beforeId()));
    }

    private static String text(String query) throws InvalidArgumentException {
        TextRules.forShell("query", query);
        if (query.isBlank() || query.length() > MAX_QUERY) {
            throw new InvalidArgumentException(
                    "query must have 1 to " + MAX_QUERY + " characters, not all of them blank, got " + query.length());
        }
        return query;
    }

    private static long entryId(String id) throws InvalidArgumentException {
        if (!id.matches("[1-9][0-9]{0,17}")) {
            throw new InvalidArgumentException(
                    "beforeId must be the id of an entry, which is a number, got \"" + id + "\"");
        }
        return Long.parseLong(id);
    }

    public static SessionHistoryResult result(ImmutableList<CommandLog.Entry> entries) {
        return new SessionHistoryResult(
                entries.stream().map(HistoryMapping::entry).toList());
    }

    private static HistoryEntry entry(CommandLog.Entry entry) {
        CommandLog.FinishedCommand command = entry.command();
        return new HistoryEntry(
                Long.toString(entry.id()),
                command.sessionId(),
                command.command(),
                command.cwd(),
                command.exitCode(),
                command.startedAtMs(),
                command.durationMs());
    }
}
