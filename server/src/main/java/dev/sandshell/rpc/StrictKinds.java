package dev.sandshell.rpc;

import com.google.gson.Gson;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a value of another kind of JSON than the field is. Gson would make "5" of 5 and false of "yes", and a client
 * would never learn that it was misunderstood. The message names the field by its path, for {@link MalformedMessages}.
 * Any thread may call.
 */
final class StrictKinds implements TypeAdapterFactory {
    private static final int MOST_DIGITS = 40;

    @Override
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
        JsonToken wanted = kindOf(type.getRawType());
        if (wanted == null) {
            return null;
        }
        TypeAdapter<T> lenient = gson.getDelegateAdapter(this, type);
        boolean isInteger = wanted == JsonToken.NUMBER;
        boolean isShort = type.getRawType() == Integer.class || type.getRawType() == int.class;
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
                return isInteger && found == wanted ? lenient.fromJsonTree(integer(in, isShort)) : lenient.read(in);
            }
        };
    }

    /**
     * A number without a fraction: 1.0 is one, as in JavaScript.
     *
     * @param isShort whether it has 32 bits, and not 64
     */
    private static JsonPrimitive integer(JsonReader in, boolean isShort) throws IOException {
        String path = in.getPath();
        String number = in.nextString();
        try {
            BigDecimal value = new BigDecimal(number);
            return new JsonPrimitive(isShort ? value.intValueExact() : value.longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            throw new JsonSyntaxException(
                    "Expected " + (isShort ? "a SHORT" : "an INTEGER") + " but was " + shortened(number)
                            + " at line 1 path " + path,
                    e);
        }
    }

    private static String shortened(String number) {
        return number.length() > MOST_DIGITS ? number.substring(0, MOST_DIGITS) + "..." : number;
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
