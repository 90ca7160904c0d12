package dev.sandshell.rpc;

import com.google.common.collect.ImmutableList;
import dev.sandshell.protocol.ExperimentalServerCapabilities;
import dev.sandshell.protocol.InitializeResult;
import dev.sandshell.protocol.Methods;
import dev.sandshell.protocol.SandboxCapabilities;
import dev.sandshell.protocol.ServerCapabilities;
import dev.sandshell.protocol.ServerInfo;
import dev.sandshell.protocol.ShellInfo;

/** What {@code initialize} answers. Looks at the disk, so it belongs on a worker. */
final class Capabilities {
    /** What a client can rely on beyond the methods. */
    private static final ImmutableList<String> FEATURES = ImmutableList.of(
            "attach",
            "background",
            "base64",
            "cancellation",
            "flowControl",
            "openStdin",
            "partialResults",
            "progress",
            "stateRestore",
            "terminal",
            "terminalText",
            "tty");

    private Capabilities() {}

    static InitializeResult of(ServerContext context) {
        return new InitializeResult(
                new ServerCapabilities(new ExperimentalServerCapabilities(new SandboxCapabilities(
                        Methods.PROTOCOL_VERSION,
                        Methods.requests(),
                        Methods.notifications(),
                        context.shells().available().stream()
                                .map(shell -> new ShellInfo(shell.name(), shell.path(), shell.version()))
                                .toList(),
                        FEATURES))),
                new ServerInfo("sandshell", context.version()));
    }
}
