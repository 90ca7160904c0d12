package dev.sandshell.intellij.core.server;

import dev.sandshell.intellij.core.concurrent.UiThreadGuard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds a Java that can run the server. Waits for programs, so it is not for the UI thread. */
public final class JavaRuntime {
    /** What the server needs. */
    public static final int LEAST = 17;

    private static final int PATIENCE_SECONDS = 20;

    /** Java 8 calls itself 1.8. */
    private static final Pattern VERSION = Pattern.compile("version \"(?:1\\.)?(\\d+)");

    /** The major version of a Java, or nothing where it does not run. */
    @FunctionalInterface
    interface Versions {
        OptionalInt of(String java) throws InterruptedException;
    }

    private JavaRuntime() {}

    /**
     * The path of a Java that can run the server: the one of the user's setting, of the IDE, of {@code JAVA_HOME}, or on
     * the search path.
     *
     * @throws JavaNotFoundException where there is none of at least version {@value #LEAST}
     */
    public static String find(JavaPlaces places) throws JavaNotFoundException, InterruptedException {
        return find(places, JavaRuntime::versionOf);
    }

    static String find(JavaPlaces places, Versions versions) throws JavaNotFoundException, InterruptedException {
        String setting = places.setting();
        if (setting != null && !setting.isBlank()) {
            return checked(javaIn(setting.strip()), versions);
        }
        List<String> tried = new ArrayList<>();
        for (Map.Entry<String, String> place : searched(places).entrySet()) {
            OptionalInt version = versions.of(place.getValue());
            if (version.orElse(0) >= LEAST) {
                return place.getValue();
            }
            tried.add(place.getKey() + " has " + (version.isPresent() ? "version " + version.getAsInt() : "none"));
        }
        throw new JavaNotFoundException("Sandshell needs Java " + LEAST + " or newer; " + String.join(", ", tried)
                + ". Install one (such as the package openjdk-" + LEAST
                + "-jre-headless), or say where it is in Settings | Tools | Sandshell.");
    }

    private static Map<String, String> searched(JavaPlaces places) {
        Map<String, String> searched = new LinkedHashMap<>();
        add(searched, "the IDE", places.ide());
        add(searched, "JAVA_HOME", places.home());
        searched.put("the search path", "java");
        return searched;
    }

    private static void add(Map<String, String> searched, String name, @Nullable String folder) {
        if (folder != null && !folder.isBlank()) {
            searched.put(name, javaIn(folder));
        }
    }

    private static String javaIn(String folder) {
        return Path.of(folder, "bin", "java").toString();
    }

    private static String checked(String java, Versions versions) throws JavaNotFoundException, InterruptedException {
        OptionalInt version = versions.of(java);
        if (version.isEmpty()) {
            throw new JavaNotFoundException("Settings | Tools | Sandshell names a folder for Java in which no bin/java"
                    + " runs. Correct it, or empty it to look elsewhere.");
        }
        if (version.getAsInt() < LEAST) {
            throw new JavaNotFoundException("Settings | Tools | Sandshell names Java " + version.getAsInt()
                    + ", and Sandshell needs " + LEAST + " or newer.");
        }
        return java;
    }

    private static OptionalInt versionOf(String java) throws InterruptedException {
        UiThreadGuard.mayWait();
        try {
            Process process = new ProcessBuilder(java, "-version")
                    .redirectErrorStream(true)
                    .start();
            try {
                process.getOutputStream().close();
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    return OptionalInt.empty();
                }
                // Some lines, which its pipe has held.
                return parseVersion(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            // There is no such program.
            return OptionalInt.empty();
        }
    }

    static OptionalInt parseVersion(String said) {
        Matcher found = VERSION.matcher(said);
        return found.find() ? OptionalInt.of(Integer.parseInt(found.group(1))) : OptionalInt.empty();
    }
}
