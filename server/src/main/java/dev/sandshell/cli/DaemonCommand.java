package dev.sandshell.cli;

import com.google.common.collect.ImmutableMap;
import dev.sandshell.protocol.Exec;
import dev.sandshell.protocol.ExecListParams;
import dev.sandshell.protocol.SandboxClient;
import dev.sandshell.protocol.Session;
import dev.sandshell.protocol.SessionListParams;
import dev.sandshell.protocol.SessionParams;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code sandshell daemon}: starts, ends and renews the server that a user's editors share. */
final class DaemonCommand implements Subcommand {
    private static final int NOT_RUNNING = 1;

    private final Services services;

    DaemonCommand(Services services) {
        this.services = services;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Subcommand.command(
                "daemon",
                "Starts, ends and renews the server that your editors share.",
                "One server for all of a user's editors, in the background: its sessions outlive the editor. It is started"
                        + " by whoever needs it first ('serve --shared', 'attach'), and ends by itself when it has had no"
                        + " client and no session for a while."
                        + "%n%n  start    starts it, unless it is running"
                        + "%n  status   says whether it is running (the default)"
                        + "%n  stop     ends it, its sessions and all that runs in them"
                        + "%n  restart  ends it and starts it anew, perhaps of a newer version; its sessions come back"
                        + "%n           with their folders, variables and functions, but not with what runs in them;"
                        + "%n           what a person runs at a prompt ends without a question"
                        + "%n  run      is the daemon, in the foreground");
        spec.addOption(Subcommand.flag(
                "Start it, unless it is running, and print the path of its socket, which speaks the protocol.",
                "--print-socket"));
        spec.addOption(Subcommand.flag("restart: also where commands run, which it ends.", "--force"));
        spec.addOption(Subcommand.idleTimeout());
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("ACTION")
                .description("start, status, stop, restart or run.")
                .arity("0..1")
                .type(String.class)
                .build());
        spec.usageMessage()
                .exitCodeListHeading("%nExit code:%n")
                .exitCodeList(ImmutableMap.of(
                        "0",
                        "It is as was asked for.",
                        "1",
                        "status: it is not running, or cannot be reached. restart: commands run.",
                        "125",
                        "Sandshell could not do its part.",
                        "2",
                        "The command line was not understood."));
        return spec;
    }

    @Override
    public int run(ParseResult given) throws IOException {
        boolean printsSocket = given.hasMatchedOption("--print-socket");
        String action = given.matchedPositionalValue(0, printsSocket ? "start" : "status");
        Duration idleTimeout = given.matchedOptionValue("--idle-timeout", (Duration) null);
        switch (action) {
            case "run" -> {
                return services.daemon().run(idleTimeout == null ? Daemon.IDLE_TIMEOUT : idleTimeout);
            }
            case "start" -> {
                String socket = services.daemon().start(idleTimeout).toString();
                say(printsSocket ? socket : "the daemon is running, on " + socket);
                return 0;
            }
            case "status" -> {
                return status();
            }
            case "stop" -> {
                return stop();
            }
            case "restart" -> {
                return restart(idleTimeout, given.hasMatchedOption("--force"));
            }
            default ->
                throw new ParameterException(
                        given.commandSpec().commandLine(),
                        "ACTION must be start, status, stop, restart or run, got \"" + action + "\"");
        }
    }

    private void say(String line) throws IOException {
        SandshellCommand.print(services.stdout(), line + "\n");
    }

    private int status() throws IOException {
        OptionalLong process = services.daemon().process();
        Optional<ServerClient> joined = joinIfRunning();
        if (joined.isEmpty()) {
            say(
                    process.isEmpty()
                            ? "the daemon is not running"
                            : "the daemon, process " + process.getAsLong() + ", cannot be reached on "
                                    + services.daemon().socket()
                                    + ": it begins, or ends, or somebody has removed its socket;"
                                    + " 'sandshell daemon restart' renews it, with its sessions");
            return NOT_RUNNING;
        }
        try (ServerClient client = joined.get()) {
            String version = client.capabilities().serverInfo().version();
            int sessions = sessions(client).size();
            say("the daemon is running: "
                    + (process.isPresent() ? "process " + process.getAsLong() + ", " : "")
                    + "version " + version + ", " + count(sessions, "session"));
            if (!version.equals(services.version())) {
                say("this is version " + services.version()
                        + "; 'sandshell daemon restart' has the daemon be that, too");
            }
        }
        return 0;
    }

    private int stop() throws IOException {
        Optional<ServerClient> joined = joinIfRunning();
        if (joined.isPresent()) {
            try (ServerClient client = joined.get()) {
                // Deleted, or they would come back with the next daemon.
                List<Session> all = sessions(client);
                // All at once: each takes its time to hang up, and the daemon can wait for several.
                var deletions = all.stream()
                        .map(session -> client.server().deleteSession(new SessionParams(session.sessionId())))
                        .toList();
                for (var deletion : deletions) {
                    var unused = client.await(deletion);
                }
                if (!all.isEmpty()) {
                    say(count(all.size(), "session") + " ended");
                }
            }
        }
        boolean hasEnded = services.daemon().stop();
        if (joined.isEmpty() && hasEnded) {
            say("the daemon has ended; it could not be reached, so sessions that it had come back with the next one");
        } else {
            say(joined.isPresent() ? "the daemon has ended" : "the daemon is not running");
        }
        return 0;
    }

    private int restart(Duration idleTimeout, boolean isForced) throws IOException {
        Optional<ServerClient> joined = joinIfRunning();
        if (joined.isPresent()) {
            try (ServerClient client = joined.get()) {
                List<Exec> running = client.await(client.server().listExecs(new ExecListParams(null, true)))
                        .execs();
                for (Exec exec : running) {
                    say("runs, and cannot go along: " + exec.sessionId() + ": "
                            + Visible.text(exec.command().lines().findFirst().orElse("")));
                }
                if (!running.isEmpty() && !isForced) {
                    say(
                            "nothing was done; wait for what runs, or say 'sandshell daemon restart --force', which ends it");
                    return NOT_RUNNING;
                }
            }
        }
        boolean unused = services.daemon().stop();
        services.daemon().start(idleTimeout);
        return status();
    }

    private Optional<ServerClient> joinIfRunning() throws IOException {
        return services.daemon().joinIfRunning().map(link -> ServerClient.over(link, new SandboxClient() {}));
    }

    private static List<Session> sessions(ServerClient client) throws IOException {
        return new ArrayList<>(client.await(client.server().listSessions(new SessionListParams()))
                .sessions());
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
