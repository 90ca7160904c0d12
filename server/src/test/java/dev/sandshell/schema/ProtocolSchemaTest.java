package dev.sandshell.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.annotations.JsonAdapter;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.sandshell.protocol.Required;
import dev.sandshell.protocol.SandboxClient;
import dev.sandshell.protocol.SandboxServer;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.junit.jupiter.api.Test;

class ProtocolSchemaTest {
    /** By the name that Java gives the type; independent of how the schema is made. */
    private static final Map<String, String> FORMS = Map.ofEntries(
            Map.entry("java.lang.String", "{'type':'string'}"),
            Map.entry("boolean", "{'type':'boolean'}"),
            Map.entry("java.lang.Boolean", "{'type':'boolean'}"),
            Map.entry("int", "{'type':'integer'}"),
            Map.entry("java.lang.Integer", "{'type':'integer'}"),
            Map.entry("long", "{'type':'integer'}"),
            Map.entry("java.lang.Long", "{'type':'integer'}"),
            Map.entry("java.lang.Object", "{}"),
            Map.entry("com.google.gson.JsonElement", "{}"),
            Map.entry("java.util.List<java.lang.String>", "{'type':'array','items':{'type':'string'}}"),
            Map.entry("java.util.List<com.google.gson.JsonElement>", "{'type':'array','items':{}}"),
            Map.entry(
                    "org.eclipse.lsp4j.jsonrpc.messages.Either<java.lang.String, java.lang.Integer>",
                    "{'oneOf':[{'type':'string'},{'type':'integer'}]}"));

    /** Whose values may be null, which reflection on plain types does not tell. */
    private static final Set<String> MAPS_WITH_NULLS =
            Set.of("ExecParams.env", "SessionCreateParams.env", "SessionSetEnvParams.env");

    private final JsonObject document = ProtocolSchema.document();

    private static List<Class<?>> records() {
        try {
            Path classes = Path.of(
                    SandboxServer.class.getResource("SandboxServer.class").toURI());
            return new ClassFileImporter()
                    .importPath(classes.getParent()).stream()
                            // What is nested is of a class that is no message.
                            .filter(type -> type.isRecord() && type.isTopLevelClass())
                            .<Class<?>>map(JavaClass::reflect)
                            .toList();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyMethodIsThere() {
        Set<String> requests = new TreeSet<>();
        Set<String> notifications = new TreeSet<>();
        for (Class<?> side : List.of(SandboxServer.class, SandboxClient.class)) {
            for (Method method : side.getMethods()) {
                if (method.isAnnotationPresent(JsonRequest.class)) {
                    requests.add(method.getAnnotation(JsonRequest.class).value());
                } else if (method.isAnnotationPresent(JsonNotification.class)) {
                    notifications.add(
                            method.getAnnotation(JsonNotification.class).value());
                }
            }
        }
        assertThat(requests).anyMatch(name -> name.startsWith("sandbox/"));
        assertThat(document.getAsJsonObject("methods").keySet()).containsExactlyElementsOf(requests);
        assertThat(document.getAsJsonObject("notifications").keySet()).containsExactlyElementsOf(notifications);
    }

    @Test
    void paramsAndResultsReferToTheirRecords() {
        JsonObject exec = document.getAsJsonObject("methods").getAsJsonObject("sandbox/exec");

        assertThat(exec)
                .isEqualTo(json("{'direction':'clientToServer','params':{'$ref':'#/$defs/ExecParams'},"
                        + "'result':{'$ref':'#/$defs/ExecResult'}}"));
    }

    @Test
    void everyComponentOfEveryRecordIsDescribed() {
        JsonObject definitions = document.getAsJsonObject("$defs");
        assertThat(definitions.keySet())
                .isEqualTo(records().stream().map(Class::getSimpleName).collect(Collectors.toSet()));
        for (Class<?> type : records()) {
            JsonObject properties = new JsonObject();
            JsonArray required = new JsonArray();
            for (RecordComponent component : type.getRecordComponents()) {
                properties.add(component.getName(), expected(type, component));
                boolean isAlwaysThere = component.getType().isPrimitive()
                        || component.getAccessor().isAnnotationPresent(Required.class)
                        || saysNull(component);
                if (isAlwaysThere) {
                    required.add(component.getName());
                }
            }
            JsonObject expected = new JsonObject();
            expected.addProperty("type", "object");
            expected.add("properties", properties);
            if (!required.isEmpty()) {
                expected.add("required", required);
            }
            assertThat(definitions.get(type.getSimpleName()))
                    .as(type.getSimpleName())
                    .isEqualTo(expected);
        }
    }

    private static JsonElement expected(Class<?> type, RecordComponent component) {
        JsonElement form = form(component.getGenericType().getTypeName(), type, component);
        List<String> choices = Choices.of(type.getSimpleName(), component.getName());
        if (!choices.isEmpty()) {
            JsonArray values = new JsonArray();
            choices.forEach(values::add);
            form.getAsJsonObject().add("enum", values);
        }
        return saysNull(component) ? json("{'anyOf':[" + form + ",{'type':'null'}]}") : form;
    }

    private static JsonElement form(String javaType, Class<?> type, RecordComponent component) {
        if (FORMS.containsKey(javaType)) {
            return json(FORMS.get(javaType));
        }
        if (javaType.startsWith("java.util.Map<")) {
            boolean hasNulls = MAPS_WITH_NULLS.contains(type.getSimpleName() + "." + component.getName());
            return json("{'type':'object','additionalProperties':"
                    + (hasNulls ? "{'anyOf':[{'type':'string'},{'type':'null'}]}}" : "{'type':'string'}}"));
        }
        String prefix = "dev.sandshell.protocol.";
        String list = "java.util.List<" + prefix;
        if (javaType.startsWith(list)) {
            String name = javaType.substring(list.length(), javaType.length() - 1);
            return json("{'type':'array','items':{'$ref':'#/$defs/" + name + "'}}");
        }
        assertThat(javaType).startsWith(prefix);
        return json("{'$ref':'#/$defs/" + javaType.substring(prefix.length()) + "'}");
    }

    private static boolean saysNull(RecordComponent component) {
        try {
            return component
                    .getDeclaringRecord()
                    .getDeclaredField(component.getName())
                    .isAnnotationPresent(JsonAdapter.class);
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void choicesAreOfFieldsThatAreThere() {
        List<String> fields = new ArrayList<>();
        for (Class<?> type : records()) {
            for (RecordComponent component : type.getRecordComponents()) {
                fields.add(type.getSimpleName() + "." + component.getName());
            }
        }
        assertThat(fields).containsAll(Choices.all().keySet());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        String text = document.toString();
        Set<String> definitions = document.getAsJsonObject("$defs").keySet();
        for (String piece : text.split("#/\\$defs/", -1)) {
            if (!piece.startsWith("{")) {
                assertThat(definitions).contains(piece.substring(0, piece.indexOf('"')));
            }
        }
    }

    @Test
    void itIsTheSameEveryTime() {
        assertThat(ProtocolSchema.document().toString()).isEqualTo(document.toString());
    }

    private static JsonElement json(String text) {
        return JsonParser.parseString(text.replace('\'', '"'));
    }
}
