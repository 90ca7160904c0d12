package dev.sandshell.cli;

import com.google.common.collect.ImmutableMap;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.sandshell.protocol.SandboxClient;
import dev.sandshell.protocol.Session;
import dev.sandshell.protocol.SessionListParams;
import dev.sandshell.terminal.Visible;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code sandshell sessions}: what lives in the daemon. Starts none. */
final class SessionsCommand implements Subcommand {
    private static final String LINE = "%-20s  %-10s  %-8s  %7s  %s";

    private final Services services;

    SessionsCommand(Services services) {
        this.services = services;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Subcommand.command(
                "sessions",
                "Lists the sessions of the daemon.",
                "Prints the sessions that your editors share: id, state, shell, how many clients are attached, folder."
                        + " 'sandshell attach ID' puts this terminal on one.");
        spec.addOption(Subcommand.flag("Print a line of JSON for each, as the protocol has it.", "--json"));
        spec.usageMessage()
                .exitCodeListHeading("%nExit code:%n")
                .exitCodeList(ImmutableMap.of("0", "Also where there is none.", "125", "Sandshell itself failed."));
        return spec;
    }

    @Override
    public int run(ParseResult given) throws IOException {
        Optional<ServerLink> running = services.daemon().joinIfRunning();
        if (running.isEmpty()) {
            return 0;
        }
        try (ServerClient client = ServerClient.join(running.get(), new SandboxClient() {})) {
            List<Session> sessions = client.await(client.server().listSessions(new SessionListParams()))
                    .sessions();
            print(sessions, given.hasMatchedOption("--json"));
        }
        return 0;
    }

    private void print(List<Session> sessions, boolean isJson) throws IOException {
        StringBuilder text = new StringBuilder();
        if (isJson) {
            Gson json = new MessageJsonHandler(Map.of(), GsonBuilder::disableHtmlEscaping).getGson();
            sessions.forEach(session -> text.append(json.toJson(session)).append('\n'));
        } else if (!sessions.isEmpty()) {
            text.append(String.format(LINE, "SESSION", "STATE", "SHELL", "CLIENTS", "FOLDER")
                            .stripTrailing())
                    .append('\n');
            sessions.forEach(session -> text.append(line(session)).append('\n'));
        }
        SandshellCommand.print(services.stdout(), text.toString());
    }

    private static String line(Session session) {
        return String.format(
                        LINE,
                        session.sessionId(),
                        session.state(),
                        session.shell(),
                        session.attachedClients(),
                        Visible.text(session.cwd()))
                .stripTrailing();
    }
}
