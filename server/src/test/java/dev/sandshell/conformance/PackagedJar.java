package dev.sandshell.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the packaged program is started: the one that the system property {@code sandshell.jar} names. */
final class PackagedJar {
    private PackagedJar() {}

    /**
     * The words that start it, up to its own arguments, in a list that can be added to.
     *
     * @param javaOptions for the virtual machine, such as a small heap
     */
    static List<String> command(List<String> javaOptions) throws IOException {
        String name = System.getProperty("sandshell.jar");
        if (name == null || !Files.isRegularFile(Path.of(name))) {
            throw new IOException("the system property sandshell.jar must name the packaged server, got " + name);
        }
        Path jar = Path.of(name);
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        // Started often and for moments: what helps a long run only costs here.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(preparedFor(jar));
        command.addAll(javaOptions);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    /** What the build has put beside the jar for a fast start, as the launcher takes it: parsed classes, native libraries. */
    private static List<String> preparedFor(Path jar) throws IOException {
        List<String> options = new ArrayList<>();
        Path archive = jar.resolveSibling("sandshell.jsa");
        Path size = jar.resolveSibling("sandshell.jsa.size");
        if (Files.exists(archive)
                && Files.exists(size)
                && Files.readString(size).strip().equals(Long.toString(Files.size(archive)))) {
            options.addAll(List.of("-Xshare:auto", "-Xlog:disable", "-XX:SharedArchiveFile=" + archive));
        }
        Path natives = jar.resolveSibling("native");
        if (Files.isDirectory(natives)) {
            options.add("-Djna.boot.library.path=" + natives);
            options.add("-Dpty4j.preferred.native.folder=" + natives);
        }
        return options;
    }
}
