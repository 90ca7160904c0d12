package dev.sandshell.rpc;

import dev.sandshell.concurrent.Scheduler;
import dev.sandshell.output.OutputPlace;
import dev.sandshell.session.ExecWaits;
import dev.sandshell.session.SessionRegistry;
import dev.sandshell.session.ShellBackend;
import java.util.concurrent.Executor;

/**
 * What a connection needs of the server behind it.
 *
 * @param outputs where what editors show of commands is kept
 * @param version the version of the server, as {@code serverInfo} says it
 * @param maxMessageBytes how large a message of a client may be
 * @param isShared whether it is a daemon, which may be of another version than the client's own program
 */
public record ServerContext(
        Scheduler scheduler,
        Executor workers,
        SessionRegistry registry,
        ShellBackend shells,
        ExecWaits waits,
        OutputPlace outputs,
        String version,
        int maxMessageBytes,
        boolean isShared) {}
