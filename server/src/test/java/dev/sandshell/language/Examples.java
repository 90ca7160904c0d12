package dev.sandshell.language;

import com.google.gson.Gson;
import dev.sandshell.Installed;
import java.io.IOException;
import java.nio.file.Files;

/** Examples that tests in other languages are held to as well. */
final class Examples {
    private Examples() {}

    static <T> T in(String file, Class<T> type) {
        try {
            return new Gson().fromJson(Files.readString(Installed.fixtures().resolve("documents/" + file)), type);
        } catch (IOException e) {
            throw new AssertionError(file, e);
        }
    }
}
