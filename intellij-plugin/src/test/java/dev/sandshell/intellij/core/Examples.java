package dev.sandshell.intellij.core;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/** Examples of {@code test-fixtures/} that tests in other languages are held to as well. */
public final class Examples {
    private Examples() {}

    public static JsonElement in(String file) throws IOException {
        Path path = Path.of(System.getProperty("sandshell.fixtures", "../test-fixtures"), file);
        return new Gson().fromJson(Files.readString(path), JsonElement.class);
    }

    /** The elements of an array as records. */
    public static <T> List<T> of(JsonElement array, Class<T> type) {
        Gson gson = new Gson();
        return StreamSupport.stream(array.getAsJsonArray().spliterator(), false)
                .map(element -> gson.fromJson(element, type))
                .toList();
    }
}
