package dev.sandshell.app;

import dev.sandshell.cli.Daemon;
import dev.sandshell.cli.OwnTerminal;
import dev.sandshell.cli.ServeOptions;
import dev.sandshell.cli.ServerLink;
import dev.sandshell.cli.Services;
import dev.sandshell.history.SqliteCommandLog;
import dev.sandshell.policy.InvalidArgumentException;
import dev.sandshell.policy.Limits;
import dev.sandshell.protocol.SessionHistoryParams;
import dev.sandshell.protocol.SessionHistoryResult;
import dev.sandshell.rpc.HistoryMapping;
import dev.sandshell.session.CommandLog;
import dev.sandshell.shell.RuntimeFolder;
import dev.sandshell.shell.TerminalTrial;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What the command line needs of the rest of the program. Any thread may call. */
final class CommandServices implements Services {
    private final StdioGuard stdio;
    private final Map<String, String> environment;

    CommandServices(StdioGuard stdio, Map<String, String> environment) {
        this.stdio = stdio;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public String version() {
        return Version.current();
    }

    @Override
    public InputStream stdin() {
        return stdio.stdin();
    }

    @Override
    public OutputStream stdout() {
        return stdio.stdout();
    }

    @Override
    public OutputStream stderr() {
        return stdio.stderr();
    }

    @Override
    public boolean isStderrTerminal() {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public OwnTerminal ownTerminal() throws IOException {
        NativePaths.tell();
        return StandardTerminal.open(environment);
    }

    @Override
    public int serve(ServeOptions options) throws IOException {
        Logging.configure(options.logFile());
        if (options.isShared()) {
            return new UserDaemon(stdio, environment).relay(options.clientProcessId(), options.idleTimeout());
        }
        return new Serving(stdio, Limits.defaults(), environment).run(options);
    }

    @Override
    public ServerLink startServer(boolean forTyping) throws IOException {
        Logging.configure(null);
        Map<String, String> own = new HashMap<>(environment);
        if (!forTyping) {
            own.putIfAbsent("SANDSHELL_CHANNEL", "quiet");
        }
        return LocalServer.start(Limits.defaults(), own);
    }

    @Override
    public Daemon daemon() throws IOException {
        Logging.configure(null);
        return new UserDaemon(stdio, environment);
    }

    @Override
    public boolean asksForQuietShells() {
        return "quiet".equals(environment.get("SANDSHELL_CHANNEL"));
    }

    @Override
    public SessionHistoryResult history(SessionHistoryParams params) throws IOException {
        Logging.configure(null);
        Limits limits = Limits.defaults();
        CommandLog history = SandshellServer.history(limits, environment, Runnable::run);
        try {
            CommandLog.Query query = HistoryMapping.query(params, limits.history());
            return history.find(query).thenApply(HistoryMapping::result).join();
        } catch (InvalidArgumentException e) {
            throw new IOException(e.getMessage(), e);
        } finally {
            if (history instanceof SqliteCommandLog log) {
                log.close();
            }
        }
    }

    @Override
    public String tryTerminal() throws IOException {
        Logging.configure(null);
        NativePaths.tell();
        return TerminalTrial.run();
    }

    @Override
    public RuntimePlace tryRuntimeFolder() throws IOException {
        NativePaths.tell();
        RuntimeFolder folder = RuntimeFolder.of(environment);
        folder.ensure();
        try {
            Files.writeString(folder.path().resolve("trial"), "trial");
            String type = Files.getFileStore(folder.path()).type();
            Path parent = folder.path().getParent();
            return new RuntimePlace(String.valueOf(parent), type.equals("tmpfs") || type.equals("ramfs"));
        } finally {
            folder.delete();
        }
    }
}
