package dev.sandshell.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Keeps docs/protocol.md and the records of this package the same: every example parses, every message has one. */
class ProtocolDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/protocol.md");
    private static final Path RECORDS = Path.of("src/main/java/dev/sandshell/protocol");
    private static final Pattern EXAMPLE =
            Pattern.compile("```json (params|result|notification) (\\S+)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern HASH = Pattern.compile("Records: `([0-9a-f]+)`");

    /** They carry nothing of ours. */
    private static final List<String> WITHOUT_EXAMPLE =
            List.of("initialized", "shutdown", "exit", "workspace/codeLens/refresh");

    private record Example(String kind, String method, String json) {}

    private static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        Matcher matcher = EXAMPLE.matcher(Files.readString(DOCUMENT));
        while (matcher.find()) {
            examples.add(new Example(matcher.group(1), matcher.group(2), matcher.group(3)));
        }
        return examples;
    }

    private static Map<String, JsonRpcMethod> methods() {
        Map<String, JsonRpcMethod> all = new TreeMap<>(ServiceEndpoints.getSupportedMethods(SandboxServer.class));
        all.putAll(ServiceEndpoints.getSupportedMethods(SandboxClient.class));
        return all;
    }

    @TestFactory
    Stream<DynamicTest> everyExampleIsReadAndWrittenTheSame() throws IOException {
        Gson gson = new MessageJsonHandler(Map.of()).getGson();
        return examples().stream()
                .map(example -> DynamicTest.dynamicTest(example.kind() + " " + example.method(), () -> {
                    JsonRpcMethod method = Objects.requireNonNull(
                            methods().get(example.method()), () -> "no method is named " + example.method());
                    Type type =
                            example.kind().equals("result") ? method.getReturnType() : method.getParameterTypes()[0];
                    JsonElement written = JsonParser.parseString(example.json());
                    Object read = gson.fromJson(written, TypeToken.get(type));
                    assertThat(withoutNulls(gson.toJsonTree(read, type))).isEqualTo(withoutNulls(written));
                }));
    }

    /** A null in a map of variables says "unset"; written back it may be left out. */
    private static JsonElement withoutNulls(JsonElement tree) {
        if (tree.isJsonObject()) {
            tree.getAsJsonObject()
                    .entrySet()
                    .removeIf(member -> member.getValue().isJsonNull());
            tree.getAsJsonObject().entrySet().forEach(member -> withoutNulls(member.getValue()));
        } else if (tree.isJsonArray()) {
            tree.getAsJsonArray().forEach(ProtocolDocumentTest::withoutNulls);
        }
        return tree;
    }

    @Test
    void everyMessageHasAnExample() throws IOException {
        TreeSet<String> wanted = new TreeSet<>();
        methods().forEach((name, method) -> {
            if (WITHOUT_EXAMPLE.contains(name)) {
                return;
            }
            boolean isFromServer =
                    ServiceEndpoints.getSupportedMethods(SandboxClient.class).containsKey(name);
            wanted.add((method.isNotification() && isFromServer ? "notification " : "params ") + name);
            if (!method.isNotification() && !isFromServer) {
                wanted.add("result " + name);
            }
        });
        TreeSet<String> there = new TreeSet<>();
        examples().forEach(example -> there.add(example.kind() + " " + example.method()));
        assertThat(there).isEqualTo(wanted);
    }

    @Test
    void theDocumentKnowsTheRecords() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(RECORDS)) {
            for (Path file : files.sorted().toList()) {
                all.append(Files.readString(file));
            }
        }
        String hash = Hashing.sha256()
                .hashString(all, StandardCharsets.UTF_8)
                .toString()
                .substring(0, 16);
        Matcher matcher = HASH.matcher(Files.readString(DOCUMENT));
        assertThat(matcher.find()).isTrue();
        assertThat(matcher.group(1))
                .as("the records of the protocol have changed: look through docs/protocol.md, then put this hash there")
                .isEqualTo(hash);
    }
}
