package dev.sandshell.app;

import dev.sandshell.cli.ServeOptions;
import dev.sandshell.cli.Services;
import dev.sandshell.policy.Limits;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** What the command line needs of the rest of the program. */
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
    public OutputStream stdout() {
        return stdio.stdout();
    }

    @Override
    public int serve(ServeOptions options) throws IOException {
        Logging.configure(options.logFile());
        return new Serving(stdio, Limits.defaults(), environment).run(options);
    }
}
