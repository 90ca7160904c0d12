package dev.sandshell.protocol;

import java.util.List;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;

/** The names on the wire that the server has to name itself; all others stand in the interfaces. */
public final class Methods {
    public static final String PROTOCOL_VERSION = "1.0";

    public static final String EXEC_STARTED = "sandbox/exec/started";
    public static final String EXEC_OUTPUT = "sandbox/exec/output";
    public static final String EXEC_INPUT_REQUIRED = "sandbox/exec/inputRequired";
    public static final String EXEC_EXITED = "sandbox/exec/exited";
    public static final String EXEC_CLOSED = "sandbox/exec/closed";
    public static final String SESSION_CHANGED = "sandbox/session/changed";
    public static final String PUBLISH_DIAGNOSTICS = "textDocument/publishDiagnostics";
    public static final String PROGRESS = "$/progress";
    public static final String CREATE_PROGRESS = "window/workDoneProgress/create";

    private static final String PREFIX = "sandbox/";

    private Methods() {}

    /** The requests of ours, in the order of their names. */
    public static List<String> requests() {
        return ours(SandboxServer.class);
    }

    /** The notifications of ours, in the order of their names. */
    public static List<String> notifications() {
        return ours(SandboxClient.class);
    }

    private static List<String> ours(Class<?> side) {
        return ServiceEndpoints.getSupportedMethods(side).values().stream()
                .map(JsonRpcMethod::getMethodName)
                .filter(name -> name.startsWith(PREFIX))
                .sorted()
                .toList();
    }
}
