package dev.sandshell.schema;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.annotations.JsonAdapter;
import dev.sandshell.protocol.ExplicitNull;
import dev.sandshell.protocol.Required;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/**
 * Schemas of Java types as they travel; records become definitions that are referred to. Used for one document, by one
 * thread. A type that the wire has no form for is a mistake of ours and throws.
 */
final class TypeSchemas {
    private final Map<String, JsonObject> definitions = new TreeMap<>();

    JsonObject definitions() {
        JsonObject all = new JsonObject();
        definitions.forEach(all::add);
        return all;
    }

    JsonObject of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic, generic.getActualTypeArguments(), false);
        }
        if (type instanceof Class<?> plain) {
            return ofClass(plain);
        }
        throw new IllegalArgumentException("no schema for " + type);
    }

    private JsonObject of(AnnotatedType type) {
        if (type instanceof AnnotatedParameterizedType generic && type.getType() instanceof ParameterizedType plain) {
            AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
            boolean hasNulls = arguments[arguments.length - 1].isAnnotationPresent(Nullable.class);
            return ofGeneric(plain, plain.getActualTypeArguments(), hasNulls);
        }
        return of(type.getType());
    }

    private JsonObject ofGeneric(ParameterizedType type, Type[] arguments, boolean hasNulls) {
        Type raw = type.getRawType();
        if (raw == CompletableFuture.class) {
            return of(arguments[0]);
        }
        if (raw == List.class) {
            JsonObject array = named("array");
            array.add("items", of(arguments[0]));
            return array;
        }
        if (raw == Map.class) {
            JsonObject object = named("object");
            JsonObject value = of(arguments[1]);
            object.add("additionalProperties", hasNulls ? orNull(value) : value);
            return object;
        }
        if (raw == Either.class) {
            JsonArray either = new JsonArray();
            for (Type argument : arguments) {
                either.add(of(argument));
            }
            JsonObject schema = new JsonObject();
            schema.add("oneOf", either);
            return schema;
        }
        throw new IllegalArgumentException("no schema for " + type);
    }

    private JsonObject ofClass(Class<?> type) {
        if (type == String.class) {
            return named("string");
        }
        if (type == boolean.class || type == Boolean.class) {
            return named("boolean");
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return named("integer");
        }
        if (type == Object.class || JsonElement.class.isAssignableFrom(type)) {
            return new JsonObject();
        }
        if (type.isRecord()) {
            String name = type.getSimpleName();
            if (!definitions.containsKey(name)) {
                // Before its fields, which may lead back to it.
                definitions.put(name, new JsonObject());
                definitions.put(name, ofRecord(type));
            }
            JsonObject reference = new JsonObject();
            reference.addProperty("$ref", "#/$defs/" + name);
            return reference;
        }
        throw new IllegalArgumentException("no schema for " + type);
    }

    private JsonObject ofRecord(Class<?> type) {
        JsonObject properties = new JsonObject();
        JsonArray required = new JsonArray();
        for (RecordComponent component : type.getRecordComponents()) {
            properties.add(component.getName(), ofComponent(type, component));
            if (isAlwaysThere(component)) {
                required.add(component.getName());
            }
        }
        JsonObject schema = named("object");
        schema.add("properties", properties);
        if (!required.isEmpty()) {
            schema.add("required", required);
        }
        return schema;
    }

    private JsonObject ofComponent(Class<?> type, RecordComponent component) {
        JsonObject schema = of(component.getAnnotatedType());
        List<String> choices = Choices.of(type.getSimpleName(), component.getName());
        if (!choices.isEmpty()) {
            JsonArray values = new JsonArray();
            choices.forEach(values::add);
            schema.add("enum", values);
        }
        return isNullSaid(component) ? orNull(schema) : schema;
    }

    /** Primitives are always written; so are nulls that say something. */
    private static boolean isAlwaysThere(RecordComponent component) {
        return component.getType().isPrimitive()
                || component.isAnnotationPresent(Required.class)
                || isNullSaid(component);
    }

    private static boolean isNullSaid(RecordComponent component) {
        JsonAdapter adapter = adapterOf(component);
        return adapter != null && adapter.value() == ExplicitNull.class;
    }

    /** The annotation goes to the field, as Gson reads it there. */
    private static @Nullable JsonAdapter adapterOf(RecordComponent component) {
        try {
            return component
                    .getDeclaringRecord()
                    .getDeclaredField(component.getName())
                    .getAnnotation(JsonAdapter.class);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonObject named(String type) {
        JsonObject schema = new JsonObject();
        schema.addProperty("type", type);
        return schema;
    }

    private static JsonObject orNull(JsonObject schema) {
        JsonArray either = new JsonArray();
        either.add(schema);
        either.add(named("null"));
        JsonObject union = new JsonObject();
        union.add("anyOf", either);
        return union;
    }
}
