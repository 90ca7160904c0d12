package dev.sandshell.cli;

import com.google.common.collect.ImmutableMap;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.sandshell.protocol.HistoryEntry;
import dev.sandshell.protocol.SessionHistoryParams;
import dev.sandshell.terminal.Visible;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code sandshell history}: prints the commands of all servers of this user, the newest last. Starts no server. */
final class HistoryCommand implements Subcommand {
    private static final int DEFAULT_LIMIT = 100;

    /** What one answer may have; see the protocol. */
    private static final int PAGE = 1_000;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final Services services;

    HistoryCommand(Services services) {
        this.services = services;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Subcommand.command(
                "history",
                "Prints the commands of before.",
                "Prints the commands that have ended in any session, the newest last: number, time, exit code where it is"
                        + " not 0, command. With a QUERY only those that contain each of its words.");
        spec.addOption(
                Subcommand.option("N", "At most so many, the newest; " + DEFAULT_LIMIT + " unless said.", "--limit")
                        .type(Integer.class)
                        .converters(new PositiveConverter())
                        .build());
        spec.addOption(
                Subcommand.option("ID", "Of this session only.", "--session").build());
        spec.addOption(Subcommand.flag(
                "Print a line of JSON for each: {\"id\", \"sessionId\", \"command\", \"cwd\", \"exitCode\", \"startedAtMs\","
                        + " \"durationMs\"}.",
                "--json"));
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("QUERY")
                .description("Words, or parts of words.")
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .build());
        spec.usageMessage()
                .footer("%nSANDSHELL_HISTORY=off in the environment of a server: it keeps no history.")
                .exitCodeListHeading("%nExit code:%n")
                .exitCodeList(ImmutableMap.of("0", "Also where nothing was found.", "125", "Sandshell itself failed."));
        return spec;
    }

    @Override
    public int run(ParseResult given) throws IOException {
        String query = String.join(" ", given.matchedPositionalValue(0, List.<String>of()));
        Gson json = given.hasMatchedOption("--json")
                ? new MessageJsonHandler(Map.of(), GsonBuilder::disableHtmlEscaping).getGson()
                : null;
        printNewestLast(
                given.matchedOptionValue("--session", (String) null),
                query.isBlank() ? null : query,
                given.matchedOptionValue("--limit", DEFAULT_LIMIT),
                json);
        return 0;
    }

    /**
     * Answers come newest first. So where there are many, one way to the oldest for the places where answers begin, and
     * back again to print; the history may be much larger than memory.
     */
    private void printNewestLast(@Nullable String sessionId, @Nullable String query, int limit, @Nullable Gson json)
            throws IOException {
        List<HistoryEntry> newest = page(sessionId, query, limit, null);
        ArrayDeque<SessionHistoryParams> older = new ArrayDeque<>();
        List<HistoryEntry> page = newest;
        int found = page.size();
        while (!page.isEmpty() && found < limit) {
            String last = page.get(page.size() - 1).id();
            page = page(sessionId, query, limit - found, last);
            found += page.size();
            older.push(new SessionHistoryParams(sessionId, query, page.size(), last));
        }
        if (page.isEmpty()) {
            older.poll();
        }
        for (SessionHistoryParams params : older) {
            print(services.history(params).entries(), json);
        }
        print(newest, json);
    }

    private List<HistoryEntry> page(
            @Nullable String sessionId, @Nullable String query, int limit, @Nullable String beforeId)
            throws IOException {
        return services.history(new SessionHistoryParams(sessionId, query, Math.min(PAGE, limit), beforeId))
                .entries();
    }

    private void print(List<HistoryEntry> newestFirst, @Nullable Gson json) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            HistoryEntry entry = newestFirst.get(i);
            text.append(json == null ? line(entry) : json.toJson(entry)).append('\n');
        }
        SandshellCommand.print(services.stdout(), text.toString());
    }

    private static String line(HistoryEntry entry) {
        String time = TIME.format(Instant.ofEpochMilli(entry.startedAtMs()).atZone(ZoneId.systemDefault()));
        Integer code = entry.exitCode();
        String outcome = code == null ? "?" : code == 0 ? "" : code.toString();
        String head = String.format("%5s  %s  %3s  ", entry.id(), time, outcome);
        return head + Visible.text(entry.command()).stripTrailing().replace("\n", "\n" + " ".repeat(head.length()));
    }
}
