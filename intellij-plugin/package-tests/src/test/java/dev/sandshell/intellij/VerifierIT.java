package dev.sandshell.intellij;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/**
 * JetBrains' plug-in verifier holds the zip against the classes of IntelliJ Platform 2020.1, offline: that nothing is
 * called that is not there. It does not say that the plug-in runs in a newer IDE.
 */
final class VerifierIT {
    private static final Path FOLDER = Path.of(Objects.requireNonNull(System.getProperty("sandshell.verifier")));

    /** IntelliJ IDEA 2020.1.2. */
    private static final String BUILD = "201.7846.76";

    /** As much of an IDE's own descriptor as the verifier needs to know which modules there are. */
    private static final String CORE_DESCRIPTOR = """
            <idea-plugin>
              <id>com.intellij</id>
              <name>IDEA CORE</name>
              <vendor>JetBrains</vendor>
              <version>%s</version>
              <module value="com.intellij.modules.platform"/>
              <module value="com.intellij.modules.lang"/>
            </idea-plugin>
            """.formatted(BUILD);

    @Test
    void everythingThatItCallsIsThere() throws IOException, InterruptedException {
        Path ide = platform();
        Path report = FOLDER.resolve("report");
        Path log = FOLDER.resolve("verifier.log");
        Process verifier = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx600m",
                        "-Dplugin.verifier.home.dir=" + FOLDER.resolve("home"),
                        "-jar",
                        FOLDER.resolve("verifier.jar").toString(),
                        "check-plugin",
                        System.getProperty("sandshell.plugin"),
                        ide.toString(),
                        "-offline",
                        "-verification-reports-dir",
                        report.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int exitCode = verifier.waitFor();
        String said = Files.readString(log);
        assertThat(exitCode).as(said).isZero();
        assertThat(said).contains("Compatible").doesNotContain("compatibility problem");
    }

    /** A folder that the verifier takes for an IDE; the build has put the classes there. */
    private static Path platform() throws IOException {
        Path ide = FOLDER.resolve("ide");
        Files.writeString(ide.resolve("build.txt"), "IC-" + BUILD);
        try (OutputStream file = Files.newOutputStream(ide.resolve("lib/core.jar"));
                ZipOutputStream jar = new ZipOutputStream(file)) {
            jar.putNextEntry(new ZipEntry("META-INF/plugin.xml"));
            jar.write(CORE_DESCRIPTOR.getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
        }
        return ide;
    }
}
