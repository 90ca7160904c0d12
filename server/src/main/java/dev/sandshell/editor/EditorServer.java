package dev.sandshell.editor;

import com.google.common.collect.ImmutableList;
import dev.sandshell.concurrent.Scheduler;
import dev.sandshell.output.OutputPlace;
import dev.sandshell.protocol.Session;
import dev.sandshell.session.SessionRegistry;
import dev.sandshell.session.ShellBackend;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What an editor needs of the server behind it.
 *
 * @param sessions those of the registry as clients know them; on the scheduler
 * @param outputs where what editors show of commands is kept
 * @param version the version of the server
 */
public record EditorServer(
        Scheduler scheduler,
        Executor workers,
        SessionRegistry registry,
        Supplier<ImmutableList<Session>> sessions,
        ShellBackend shells,
        OutputPlace outputs,
        String version) {}
