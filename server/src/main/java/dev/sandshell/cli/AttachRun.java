package dev.sandshell.cli;

import com.google.common.collect.ImmutableSet;
import dev.sandshell.protocol.ExecListParams;
import dev.sandshell.protocol.ExecParams;
import dev.sandshell.protocol.ExecResult;
import dev.sandshell.protocol.Session;
import dev.sandshell.protocol.SessionAttachParams;
import dev.sandshell.protocol.SessionCreateParams;
import dev.sandshell.protocol.SessionListParams;
import dev.sandshell.protocol.SessionParams;
import dev.sandshell.protocol.SessionResizeParams;
import dev.sandshell.protocol.ShellExit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One run of {@code sandshell attach}, on the main thread: from the way into the session until somebody leaves, the shell ends,
 * or the command does. Our own terminal is restored in every case.
 */
final class AttachRun {
    /**
     * What was asked for.
     *
     * @param isAlone whether the server is there for this alone
     * @param command to run, or null to live in the shell
     */
    record Wish(
            String session,
            boolean isAlone,
            @Nullable String command,
            @Nullable String shell,
            @Nullable String startup,
            @Nullable String cwd) {}

    /** The shells at whose own prompt a person can type. */
    private static final ImmutableSet<String> LINE_EDITORS = ImmutableSet.of("bash", "zsh");

    /** In any other shell a person types at one more of its kind, which lives and dies as the shell would. */
    private static final String ONE_MORE = "case $SHELL in */busybox) \"$SHELL\" ash -i ;; *) \"$SHELL\" -i ;; esac";

    private final Wish wish;
    private final OwnTerminal terminal;
    private final ServerClient client;
    private final Screen screen;
    private final Services services;

    AttachRun(Wish wish, OwnTerminal terminal, ServerClient client, Screen screen, Services services) {
        this.wish = wish;
        this.terminal = terminal;
        this.client = client;
        this.screen = screen;
        this.services = services;
    }

    /** The exit code. */
    int run() throws IOException {
        Runtime.getRuntime().addShutdownHook(new Thread(screen::leave, "screen-restore"));
        try {
            Session session = join();
            screen.greet();
            SignalEvents.on("WINCH", this::resize);
            // It may have changed since the session was asked for.
            resize();
            return live(session);
        } finally {
            screen.leave();
            terminal.restore();
        }
    }

    /** Attaches to the session where it is there already, and shows again what it has shown; else makes it. */
    private Session join() throws IOException {
        Optional<Session> known = wish.isAlone() ? Optional.empty() : find();
        if (known.isEmpty()) {
            return create();
        }
        if (wish.shell() != null || wish.startup() != null || wish.cwd() != null) {
            throw new IOException("session " + wish.session()
                    + " is there already; --shell, --startup and --cwd are for one that is to be made");
        }
        screen.begin(known.get());
        return client.await(client.server().attachSession(new SessionAttachParams(wish.session(), 0L)))
                .session();
    }

    private Optional<Session> find() throws IOException {
        return client.await(client.server().listSessions(new SessionListParams())).sessions().stream()
                .filter(session -> session.sessionId().equals(wish.session()))
                .findFirst();
    }

    private Session create() throws IOException {
        return client.await(client.server()
                        .createSession(new SessionCreateParams(
                                wish.session(),
                                null,
                                // The daemon is somewhere else.
                                wish.cwd() == null
                                        ? Path.of("").toAbsolutePath().toString()
                                        : wish.cwd(),
                                terminal.kind(),
                                wish.shell(),
                                wish.startup(),
                                terminal.size(),
                                null,
                                null)))
                .session();
    }

    private int live(Session session) throws IOException {
        CompletableFuture<Void> left = Keyboard.start(client.server(), wish.session(), services.stdin(), screen);
        String command = wish.command() == null && !LINE_EDITORS.contains(session.shell()) ? ONE_MORE : wish.command();
        CompletableFuture<?> end =
                command == null ? screen.untilShellEnds() : client.server().exec(onTerminal(command));
        Object how = client.await(CompletableFuture.anyOf(end, left, screen.broken()));
        if (how instanceof ExecResult result) {
            return ExitCodes.of(result);
        }
        if (how instanceof ShellExit exit) {
            endUnlessSomebodyElseIsThere();
            return ExitCodes.of(exit);
        }
        screen.leaveInTheMidst();
        return 0;
    }

    /** Whoever leaves a shell by its end is done with it, as in any terminal; but others, and what they run, go on. */
    private void endUnlessSomebodyElseIsThere() throws IOException {
        boolean isLast = find().filter(session ->
                        session.attachedClients() <= 1 && session.currentExecId() == null && session.queued() == 0)
                .isPresent();
        if (isLast
                && client.await(client.server().listExecs(new ExecListParams(wish.session(), true)))
                        .execs()
                        .isEmpty()) {
            var unused = client.await(client.server().deleteSession(new SessionParams(wish.session())));
        }
    }

    private ExecParams onTerminal(String command) {
        return new ExecParams(
                command,
                wish.session(),
                null,
                null,
                null,
                null,
                null,
                true,
                null,
                null,
                null,
                null,
                "stream",
                null,
                null,
                "base64",
                null,
                null,
                null);
    }

    private void resize() {
        var unused = client.server().resize(new SessionResizeParams(wish.session(), terminal.size()));
    }
}
