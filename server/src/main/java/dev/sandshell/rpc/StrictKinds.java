package dev.sandshell.rpc;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a value of another kind of JSON than the field is. Gson would make "5" of 5 and false of "yes", and a client
 * would never learn that it was misunderstood. The message names the field by its path, for {@link MalformedMessages}.
 * Any thread may call.
 */
final class StrictKinds implements TypeAdapterFactory {
    @Override
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
        JsonToken wanted = kindOf(type.getRawType());
        if (wanted == null) {
            return null;
        }
        TypeAdapter<T> lenient = gson.getDelegateAdapter(this, type);
        return new TypeAdapter<>() {
            @Override
            public void write(JsonWriter out, T value) throws IOException {
                lenient.write(out, value);
            }

            @Override
            public T read(JsonReader in) throws IOException {
                JsonToken found = in.peek();
                if (found != wanted && found != JsonToken.NULL) {
                    throw new JsonSyntaxException(
                            "Expected " + wanted + " but was " + found + " at line 1 path " + in.getPath());
                }
                return lenient.read(in);
            }
        };
    }

    private static @Nullable JsonToken kindOf(Class<?> type) {
        if (type == String.class) {
            return JsonToken.STRING;
        }
        if (type == Boolean.class || type == boolean.class) {
            return JsonToken.BOOLEAN;
        }
        if (type == Long.class || type == Integer.class || type == long.class || type == int.class) {
            return JsonToken.NUMBER;
        }
        if (Map.class.isAssignableFrom(type)) {
            return JsonToken.BEGIN_OBJECT;
        }
        return Collection.class.isAssignableFrom(type) ? JsonToken.BEGIN_ARRAY : null;
    }
}
