package dev.sandshell.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells JNA where the C library is: where this process has it from. Otherwise it runs {@code ldconfig} at each start and
 * waits for it. Called before anything native is loaded.
 */
final class NativePaths {
    private static final String PROPERTY = "jna.platform.library.path";

    private NativePaths() {}

    static void tell() {
        if (System.getProperty(PROPERTY) != null) {
            return;
        }
        try (BufferedReader maps = Files.newBufferedReader(Path.of("/proc/self/maps"), StandardCharsets.ISO_8859_1)) {
            String line;
            while ((line = maps.readLine()) != null) {
                int path = line.indexOf('/');
                int name = line.lastIndexOf('/');
                if (path >= 0 && line.startsWith("libc.so", name + 1)) {
                    System.setProperty(PROPERTY, line.substring(path, name));
                    return;
                }
            }
        } catch (IOException e) {
            // Then JNA finds out itself.
        }
    }
}
