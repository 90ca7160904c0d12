package dev.sandshell.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The versions of shells. Asking one starts it, so the answers are kept beside the runtime folders of this user, for as
 * long as the program's time stamp stays. Any thread may call.
 */
final class ShellVersions {
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+(?:\\.\\d+)?");

    private final Path cache;
    private final Properties known = new Properties();

    ShellVersions(Path cache) {
        this.cache = cache;
        try (InputStream in = Files.newInputStream(cache)) {
            known.load(in);
        } catch (IOException | IllegalArgumentException noneYet) {
            // Asked anew below.
        }
    }

    synchronized String of(Path program) {
        String key;
        try {
            Path real = program.toRealPath();
            key = real + "@" + Files.getLastModifiedTime(real).toMillis();
        } catch (IOException e) {
            return "";
        }
        String version = known.getProperty(key);
        if (version == null) {
            version = ask(program);
            known.setProperty(key, version);
            try (OutputStream out = Files.newOutputStream(cache)) {
                known.store(out, null);
            } catch (IOException e) {
                // Then the next server asks again.
            }
        }
        return version;
    }

    /** The first version number that it prints; dash has no way to say. */
    private static String ask(Path program) {
        try {
            Process process = new ProcessBuilder(
                            program.endsWith("busybox")
                                    ? java.util.List.of(program.toString(), "--help")
                                    : java.util.List.of(program.toString(), "--version"))
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                    .start();
            String text = new String(process.getInputStream().readNBytes(400), StandardCharsets.UTF_8);
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            Matcher matcher = VERSION.matcher(text);
            return matcher.find() && process.waitFor() == 0 ? matcher.group() : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
