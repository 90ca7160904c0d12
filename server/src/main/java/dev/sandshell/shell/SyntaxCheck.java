package dev.sandshell.shell;

import dev.sandshell.session.SyntaxComplaint;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Has a shell read a script with {@code -n}, which runs nothing: no start-up file is read, the environment is empty, and
 * the script comes as its input. It blocks, at most for a moment, so it belongs on a worker.
 */
final class SyntaxCheck {
    private static final Logger LOG = Logger.getLogger(SyntaxCheck.class.getName());
    private static final long PATIENCE_SECONDS = 5;
    private static final int MOST_READ = 4_096;

    /** bash: {@code bash: line 3: …}; dash and busybox: {@code dash: 3: …}, {@code sh: line 3: …}. */
    private static final Pattern COMPLAINT =
            Pattern.compile("^[^:\\n]*: (?:line )?(\\d{1,9}): (.*)$", Pattern.MULTILINE);

    /** Not what a script is rejected for. */
    private static final String WARNING = "warning: ";

    private SyntaxCheck() {}

    static Optional<SyntaxComplaint> of(ShellFinder.Found shell, String script) {
        boolean isBash = shell.dialect() instanceof BashDialect;
        List<String> command = isBash
                // A script may turn extended patterns on before it uses them, which reading alone does not see.
                ? List.of(shell.path(), "--norc", "--noprofile", "-O", "extglob", "-n")
                : List.of(shell.path(), "-n");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(new File("/")).redirectErrorStream(true);
        builder.environment().clear();
        // A locale would translate the words, and without one no character of a script has a meaning.
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            // Which also ends a wait for it to read, or to say something.
            Executor afterPatience = CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            afterPatience.execute(process::destroyForcibly);
            try {
                return complaint(process, script);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, "a script could not be checked", e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<SyntaxComplaint> complaint(Process process, String script)
            throws IOException, InterruptedException {
        try (OutputStream input = process.getOutputStream()) {
            input.write(script.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It stops reading at the first error.
            LOG.log(Level.FINEST, "not all of a script was read", e);
        }
        byte[] said = process.getInputStream().readNBytes(MOST_READ);
        if (said.length == MOST_READ) {
            // It repeats a long line, and would wait for somebody to read all of it.
            process.destroyForcibly();
        }
        return process.waitFor() == 0 ? Optional.empty() : read(new String(said, StandardCharsets.UTF_8));
    }

    /** The first thing that the shell says, beside warnings. */
    static Optional<SyntaxComplaint> read(String said) {
        Matcher matcher = COMPLAINT.matcher(said);
        while (matcher.find()) {
            if (!matcher.group(2).startsWith(WARNING)) {
                return Optional.of(new SyntaxComplaint(Integer.parseInt(matcher.group(1)), matcher.group(2)));
            }
        }
        return Optional.empty();
    }
}
