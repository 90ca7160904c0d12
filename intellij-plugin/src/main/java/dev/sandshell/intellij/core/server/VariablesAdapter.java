package dev.sandshell.intellij.core.server;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Variables of a session: null, which unsets one, is written too. Elsewhere it stands for what is left out. */
final class VariablesAdapter implements TypeAdapterFactory {
    private static final TypeToken<?> VARIABLES = TypeToken.getParameterized(Map.class, String.class, String.class);

    @Override
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
        if (!type.equals(VARIABLES)) {
            return null;
        }
        TypeAdapter<T> plain = gson.getDelegateAdapter(this, type);
        return new TypeAdapter<>() {
            @Override
            public void write(JsonWriter out, T variables) throws IOException {
                boolean writesNulls = out.getSerializeNulls();
                // A field that is not there stays away.
                out.setSerializeNulls(variables != null || writesNulls);
                plain.write(out, variables);
                out.setSerializeNulls(writesNulls);
            }

            @Override
            public T read(JsonReader in) throws IOException {
                return plain.read(in);
            }
        };
    }
}
