package dev.sandshell.intellij.core.server;

import dev.sandshell.intellij.core.concurrent.UiThreadGuard;
import dev.sandshell.protocol.InitializeResult;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** A process of the server and the connection to it. Confined to the supervisor's thread but for {@link #isOpen}. */
final class RunningServer {
    /** How much of its log says why a server has ended. */
    private static final int TOLD_LINES = 3;

    private final ServerProcess process;
    private final SandboxConnection connection;
    private volatile boolean isOpen;

    private RunningServer(ServerProcess process) {
        this.process = process;
        this.connection = new SandboxConnection(process.output(), process.input());
    }

    static RunningServer start(ProcessBuilder command, ServerLog log) throws IOException {
        return new RunningServer(ServerProcess.start(command, log::server));
    }

    ServerProcess process() {
        return process;
    }

    SandboxConnection connection() {
        return connection;
    }

    /** Whether it has answered, and still runs. */
    boolean isOpen() {
        return isOpen && process.isRunning();
    }

    /** Waits for its answer. */
    Opened open() throws IOException, InterruptedException {
        UiThreadGuard.mayWait();
        try {
            InitializeResult server = connection.initialize().get();
            connection.initialized();
            isOpen = true;
            return new Opened(connection, server);
        } catch (ExecutionException e) {
            throw explained(SandboxException.of(e));
        }
    }

    /** A refusal says itself what is wrong; where there is no answer at all, what the server has logged does. */
    private SandboxException explained(SandboxException failure) {
        if (failure.code() != 0) {
            return failure;
        }
        ProcessEnd end = end();
        List<String> lines = process.log().strip().lines().toList();
        String reason = String.join(" ", lines.subList(Math.max(0, lines.size() - TOLD_LINES), lines.size()));
        return SandboxException.of(reason.isEmpty() ? "The server ended at its start (" + end.words() + ")." : reason);
    }

    /** Waits for its end. */
    ProcessEnd end() {
        isOpen = false;
        return process.end(connection::close);
    }
}
