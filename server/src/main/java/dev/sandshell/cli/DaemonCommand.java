package dev.sandshell.cli;

import com.google.common.collect.ImmutableMap;
import dev.sandshell.protocol.Exec;
import dev.sandshell.protocol.ExecListParams;
import dev.sandshell.protocol.Methods;
import dev.sandshell.protocol.SandboxClient;
import dev.sandshell.protocol.Session;
import dev.sandshell.protocol.SessionListParams;
import dev.sandshell.protocol.SessionParams;
import dev.sandshell.terminal.Visible;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
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
        String named = process.isPresent() ? "process " + process.getAsLong() + ", " : "";
        try (Joined daemon = join()) {
            ServerClient client = daemon.client();
            if (client != null) {
                String version = client.capabilities().serverInfo().version();
                say("the daemon is running: " + named + "version " + version + ", "
                        + count(sessions(client).size(), "session"));
                sayWhatToDoAbout(version);
            } else if (daemon.otherProtocol() != null) {
                say("the daemon is running: " + named + otherVersions(daemon.otherProtocol()));
                say(whatToDoAbout(daemon.otherProtocol()));
            } else {
                say(
                        process.isEmpty()
                                ? "the daemon is not running"
                                : "the daemon, " + named + "cannot be reached on "
                                        + services.daemon().socket()
                                        + ": it begins, or ends, or somebody has removed its socket;"
                                        + " 'sandshell daemon restart' renews it, with its sessions");
                return NOT_RUNNING;
            }
        }
        return 0;
    }

    private void sayWhatToDoAbout(String version) throws IOException {
        String ours = services.version();
        if (!version.equals(ours)) {
            say("this is version " + ours
                    + (isLater(version, ours) ? ", which is earlier: update it, or " : "; ")
                    + "'sandshell daemon restart' has the daemon be that, too");
        }
    }

    private static boolean isLater(String one, String other) {
        try {
            return Version.parse(one).compareTo(Version.parse(other)) > 0;
        } catch (IllegalArgumentException notNumbered) {
            return false;
        }
    }

    private static String otherVersions(String spoken) {
        return "speaks version " + spoken + " of the sandbox protocol, and this program " + Methods.PROTOCOL_VERSION;
    }

    private static String whatToDoAbout(String spoken) {
        return (isLater(spoken, Methods.PROTOCOL_VERSION) ? "this program is earlier: update it, or " : "")
                + "'sandshell daemon restart --force' has the daemon be this version, too:"
                + " that keeps its sessions, and ends what runs in them";
    }

    private int stop() throws IOException {
        boolean wasAsked = false;
        try (Joined daemon = join()) {
            ServerClient client = daemon.client();
            if (client != null) {
                endSessions(client);
                wasAsked = true;
            }
        }
        if (!services.daemon().stop() && !wasAsked) {
            say("the daemon is not running");
        } else if (wasAsked) {
            say("the daemon has ended");
        } else {
            say(
                    "the daemon has ended; it could not be spoken with, so sessions that it had come back with the next one");
        }
        return 0;
    }

    private void endSessions(ServerClient client) throws IOException {
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

    private int restart(Duration idleTimeout, boolean isForced) throws IOException {
        try (Joined daemon = join()) {
            ServerClient client = daemon.client();
            if (client != null && saysWhatRuns(client) && !isForced) {
                say("nothing was done; wait for what runs, or say 'sandshell daemon restart --force', which ends it");
                return NOT_RUNNING;
            }
            String spoken = daemon.otherProtocol();
            if (spoken != null && !isForced) {
                say("the daemon " + otherVersions(spoken) + ", so it cannot be asked what runs; nothing was done");
                say(whatToDoAbout(spoken));
                return NOT_RUNNING;
            }
        }
        boolean unused = services.daemon().stop();
        services.daemon().start(idleTimeout);
        return status();
    }

    /** Whether something runs. */
    private boolean saysWhatRuns(ServerClient client) throws IOException {
        List<Exec> running = client.await(client.server().listExecs(new ExecListParams(null, true)))
                .execs();
        for (Exec exec : running) {
            say("runs, and cannot go along: " + exec.sessionId() + ": "
                    + Visible.text(exec.command().lines().findFirst().orElse("")));
        }
        return !running.isEmpty();
    }

    /**
     * A daemon that was looked for.
     *
     * @param client null where it is not running, or cannot be spoken with
     * @param otherProtocol the version that it speaks where that is why; null else
     */
    private record Joined(
            @Nullable ServerClient client, @Nullable String otherProtocol) implements AutoCloseable {
        @Override
        public void close() {
            if (client != null) {
                client.close();
            }
        }
    }

    private Joined join() throws IOException {
        Optional<ServerLink> link = services.daemon().joinIfRunning();
        if (link.isEmpty()) {
            return new Joined(null, null);
        }
        try {
            return new Joined(ServerClient.join(link.get(), new SandboxClient() {}), null);
        } catch (ServerClient.OtherProtocolException e) {
            return new Joined(null, e.spoken());
        }
    }

    private static List<Session> sessions(ServerClient client) throws IOException {
        return new ArrayList<>(client.await(client.server().listSessions(new SessionListParams()))
                .sessions());
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
