package dev.sandshell.intellij.core.terminal.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is in test-fixtures/terminal. */
final class Fixtures {
    private static final Path FOLDER = Path.of(System.getProperty("sandshell.fixtures"), "terminal");

    private Fixtures() {}

    static String read(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
