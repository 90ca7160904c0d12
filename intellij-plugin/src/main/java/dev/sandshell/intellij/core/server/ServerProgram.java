package dev.sandshell.intellij.core.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The server that comes with the plug-in, and how it is started. Immutable. Its methods wait for programs and are not for
 * the UI thread.
 *
 * @param isShared all of the user's editors have one server, and their sessions; or this IDE has one of its own
 * @param environment what it has beyond this process's
 */
public record ServerProgram(JavaPlaces java, Path jar, boolean isShared, Map<String, String> environment)
        implements ServerCommand {
    /** So that the server's size does not depend on the machine's. */
    private static final List<String> JAVA_OPTIONS =
            List.of("-XX:+UseSerialGC", "-Xms24m", "-Xmn12m", "-Xmx160m", "-Xss512k", "-XX:+ExitOnOutOfMemoryError");

    public ServerProgram {
        environment = Map.copyOf(environment);
    }

    public ServerProgram(JavaPlaces java, Path jar, boolean isShared) {
        this(java, jar, isShared, Map.of());
    }

    /** The server itself, for this client. */
    @Override
    public ProcessBuilder prepare() throws IOException, InterruptedException {
        return command("serve", isShared ? "--shared" : "--stdio");
    }

    /**
     * A command of the server's command line.
     *
     * @throws JavaNotFoundException where there is no Java for it
     */
    public ProcessBuilder command(String... args) throws IOException, InterruptedException {
        if (!System.getProperty("os.name", "").startsWith("Linux")) {
            throw new IOException(
                    "Sandshell runs where Linux does; open the project in WSL, a container, or over SSH.");
        }
        List<String> words = new ArrayList<>();
        words.add(JavaRuntime.find(java));
        words.addAll(JAVA_OPTIONS);
        words.addAll(List.of("-jar", jar.toString()));
        words.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().putAll(environment);
        return builder;
    }
}
