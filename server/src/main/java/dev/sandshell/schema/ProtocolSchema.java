package dev.sandshell.schema;

import com.google.gson.JsonObject;
import dev.sandshell.protocol.Methods;
import dev.sandshell.protocol.SandboxClient;
import dev.sandshell.protocol.SandboxServer;
import dev.sandshell.protocol.WorkDoneProgress;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;

/**
 * The JSON Schema (2020-12) of the whole protocol as one document: {@code methods} and {@code notifications} by name,
 * each with the direction it goes, and every record under {@code $defs}. The same at every call. Any thread may call.
 */
public final class ProtocolSchema {
    private ProtocolSchema() {}

    public static JsonObject document() {
        TypeSchemas types = new TypeSchemas();
        JsonObject methods = new JsonObject();
        JsonObject notifications = new JsonObject();
        Map<String, String> directions = new TreeMap<>();
        Map<String, JsonRpcMethod> all = new TreeMap<>();
        add(SandboxServer.class, "clientToServer", all, directions);
        add(SandboxClient.class, "serverToClient", all, directions);
        all.forEach((name, method) -> {
            JsonObject described = new JsonObject();
            described.addProperty("direction", directions.get(name));
            Type[] parameters = method.getParameterTypes();
            if (parameters.length > 0) {
                described.add("params", types.of(parameters[0]));
            }
            if (method.isNotification()) {
                notifications.add(name, described);
            } else {
                described.add("result", types.of(method.getReturnType()));
                methods.add(name, described);
            }
        });
        // What $/progress carries is open; this is the one form that stands in no method.
        types.of(WorkDoneProgress.class);
        JsonObject document = new JsonObject();
        document.addProperty("$schema", "https://json-schema.org/draft/2020-12/schema");
        document.addProperty("title", "The Sandshell protocol");
        document.addProperty("version", Methods.PROTOCOL_VERSION);
        document.addProperty(
                "description",
                "JSON-RPC 2.0 in LSP framing. Unknown fields are ignored on both sides; new ones are optional.");
        document.add("methods", methods);
        document.add("notifications", notifications);
        document.add("$defs", types.definitions());
        return document;
    }

    private static void add(
            Class<?> side, String direction, Map<String, JsonRpcMethod> all, Map<String, String> directions) {
        ServiceEndpoints.getSupportedMethods(side).forEach((name, method) -> {
            all.put(name, method);
            directions.put(name, direction);
        });
    }
}
