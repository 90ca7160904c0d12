package dev.sandshell.cli;

import com.google.common.collect.ImmutableList;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.sandshell.protocol.ExecIdParams;
import dev.sandshell.protocol.ExecKillParams;
import dev.sandshell.protocol.ExecParams;
import dev.sandshell.protocol.ExecResult;
import dev.sandshell.protocol.SessionCreateParams;
import dev.sandshell.protocol.SessionResult;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;

/**
 * One run of {@code sandshell exec}: the commands in turn, on the main thread. Ctrl-C comes on another.
 *
 * <p>The run ends early when nobody reads its output, and after a command that Ctrl-C was pressed during.
 */
final class ExecRun {
    private final ExecOptions options;
    private final ServerClient client;
    private final CommandOutput output;
    private final InputStream stdin;
    private final CompletableFuture<Integer> stopped = new CompletableFuture<>();
    private final AtomicInteger presses = new AtomicInteger();
    private volatile String current = "";

    ExecRun(ExecOptions options, ServerClient client, CommandOutput output, InputStream stdin) {
        this.options = options;
        this.client = client;
        this.output = output;
        this.stdin = stdin;
        CompletableFuture<?> unused = output.broken().thenRun(() -> stopped.complete(ExitCodes.BROKEN_PIPE));
    }

    /** The exit code. */
    int run() throws IOException {
        CompletableFuture<SessionResult> session = client.server()
                .createSession(new SessionCreateParams(
                        options.session(),
                        null,
                        options.cwd(),
                        options.env(),
                        options.shell(),
                        null,
                        null,
                        null,
                        null));
        ImmutableList<String> commands = options.commands();
        int code = 0;
        for (int i = 0; i < commands.size() && presses.get() == 0; i++) {
            boolean isLast = i == commands.size() - 1;
            CompletableFuture<ExecResult> reply = send(commands.get(i), "cli-" + (i + 1), isLast);
            if (i == 0) {
                // Here, where it costs no time: the shell is starting.
                SignalEvents.on("INT", this::interrupt);
                client.await(session);
            }
            Object answer = client.await(CompletableFuture.anyOf(reply, stopped));
            output.end();
            if (!(answer instanceof ExecResult result)) {
                return stopped.join();
            }
            if (options.isJson()) {
                output.print(json().toJson(result));
            }
            code = ExitCodes.of(result);
        }
        return stopped.getNow(code);
    }

    private CompletableFuture<ExecResult> send(String command, String execId, boolean isLast) {
        boolean takesInput = isLast && options.forwardsStdin();
        current = execId;
        output.begin(execId, command);
        CompletableFuture<ExecResult> reply = client.server().exec(params(command, execId, takesInput));
        if (takesInput) {
            // What only waits for the shell takes no input yet.
            CompletableFuture<?> unused =
                    output.started().thenRun(() -> InputForwarder.start(client.server(), execId, stdin));
        }
        return reply;
    }

    private ExecParams params(String command, String execId, boolean takesInput) {
        Duration timeout = options.timeout();
        return new ExecParams(
                command,
                options.session(),
                execId,
                null,
                null,
                null,
                takesInput,
                null,
                null,
                timeout == null ? null : timeout.toMillis(),
                null,
                null,
                options.isJson() ? "collect" : "stream",
                null,
                null,
                options.isJson() ? null : "base64",
                null,
                null,
                null);
    }

    private void interrupt() {
        boolean isFirst = presses.getAndIncrement() == 0;
        String execId = current;
        if (!output.started().isDone()) {
            stopped.complete(ExitCodes.INTERRUPTED);
        } else if (isFirst) {
            var unused = client.server().interrupt(new ExecIdParams(execId));
        } else {
            var unused = client.server().kill(new ExecKillParams(execId, "SIGKILL"));
        }
    }

    /** The protocol's own way to write JSON, so that a result looks the same everywhere. */
    private static Gson json() {
        return new MessageJsonHandler(Map.of(), GsonBuilder::disableHtmlEscaping).getGson();
    }
}
