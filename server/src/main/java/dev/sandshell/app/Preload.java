package dev.sandshell.app;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.sandshell.concurrent.NamedThreads;
import dev.sandshell.protocol.ExecOutputNotification;
import dev.sandshell.protocol.ExecParams;
import dev.sandshell.protocol.ExecResult;
import dev.sandshell.protocol.InitializeParams;
import dev.sandshell.protocol.InitializeResult;
import dev.sandshell.protocol.SandboxClient;
import dev.sandshell.protocol.SandboxServer;
import dev.sandshell.shell.TerminalTrial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;

/**
 * Loads what the first requests need on daemon threads, while the main thread is still busy with the rest of the start.
 * It is only ever early: whoever needs it before it is there loads it, or waits for it, as if there were no preloading.
 */
final class Preload {
    private Preload() {}

    /** What opens terminals: a native library, and the C functions behind it. */
    static void terminals() {
        NamedThreads.factory("preload-terminals")
                .newThread(() -> {
                    try {
                        TerminalTrial.load();
                    } catch (LinkageError e) {
                        // The first session says so.
                    }
                })
                .start();
    }

    /** What reads and writes messages. */
    static void messages() {
        NamedThreads.factory("preload-messages")
                .newThread(() -> {
                    Map<String, JsonRpcMethod> methods =
                            new LinkedHashMap<>(ServiceEndpoints.getSupportedMethods(SandboxServer.class));
                    methods.putAll(ServiceEndpoints.getSupportedMethods(SandboxClient.class));
                    Gson gson = new MessageJsonHandler(methods, GsonBuilder::disableHtmlEscaping).getGson();
                    for (Class<?> type : List.of(
                            InitializeParams.class,
                            InitializeResult.class,
                            ExecParams.class,
                            ExecResult.class,
                            ExecOutputNotification.class)) {
                        var unused = gson.getAdapter(type);
                    }
                })
                .start();
    }
}
