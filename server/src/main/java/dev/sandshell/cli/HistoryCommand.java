package dev.sandshell.cli;

import com.google.common.collect.ImmutableMap;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.sandshell.protocol.HistoryEntry;
import dev.sandshell.protocol.SessionHistoryParams;
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
        Iterable<HistoryEntry> entries = newestLast(
                given.matchedOptionValue("--session", (String) null),
                query.isBlank() ? null : query,
                given.matchedOptionValue("--limit", DEFAULT_LIMIT));
        Gson json = given.hasMatchedOption("--json")
                ? new MessageJsonHandler(Map.of(), GsonBuilder::disableHtmlEscaping).getGson()
                : null;
        StringBuilder text = new StringBuilder();
        for (HistoryEntry entry : entries) {
            text.append(json == null ? line(entry) : json.toJson(entry)).append('\n');
        }
        SandshellCommand.print(services.stdout(), text.toString());
        return 0;
    }

    private Iterable<HistoryEntry> newestLast(@Nullable String sessionId, @Nullable String query, int limit)
            throws IOException {
        ArrayDeque<HistoryEntry> found = new ArrayDeque<>();
        List<HistoryEntry> page;
        do {
            String beforeId = found.isEmpty() ? null : found.getFirst().id();
            int asked = Math.min(PAGE, limit - found.size());
            page = services.history(new SessionHistoryParams(sessionId, query, asked, beforeId))
                    .entries();
            page.forEach(found::addFirst);
        } while (!page.isEmpty() && found.size() < limit);
        return found;
    }

    private static String line(HistoryEntry entry) {
        String time = TIME.format(Instant.ofEpochMilli(entry.startedAtMs()).atZone(ZoneId.systemDefault()));
        Integer code = entry.exitCode();
        String outcome = code == null ? "?" : code == 0 ? "" : code.toString();
        String head = String.format("%5s  %s  %3s  ", entry.id(), time, outcome);
        return head + harmless(entry.command()).stripTrailing().replace("\n", "\n" + " ".repeat(head.length()));
    }

    /** What would have the terminal do something is shown as the shell's own echo would show it: {@code ^[}. */
    private static String harmless(String text) {
        StringBuilder shown = new StringBuilder();
        text.chars().forEach(c -> {
            if (c == '\n' || c == '\t' || !Character.isISOControl(c)) {
                shown.append((char) c);
            } else if (c < 0x80) {
                shown.append('^').append((char) (c ^ 0x40));
            } else {
                shown.append('\uFFFD');
            }
        });
        return shown.toString();
    }
}
