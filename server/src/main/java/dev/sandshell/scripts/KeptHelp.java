package dev.sandshell.scripts;

import com.google.common.collect.Lists;
import dev.sandshell.policy.RefusedException;
import dev.sandshell.session.Exec;
import dev.sandshell.session.ExecWaits;
import dev.sandshell.session.ShellSession;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What commands have printed for {@code --help} when somebody has run that in a session, as long as it is kept. Nothing is
 * run for it: a program that knows no such option may do anything. Confined to the scheduler.
 */
final class KeptHelp {
    private static final int MOST_BYTES = 256 * 1024;

    private final ExecWaits waits;

    KeptHelp(ExecWaits waits) {
        this.waits = waits;
    }

    /** What was printed, or nothing. */
    CompletableFuture<String> of(Optional<ShellSession> session, String command) {
        String asked = command + " --help";
        Optional<Exec> last = session.flatMap(there -> Lists.reverse(there.execs()).stream()
                .filter(exec ->
                        exec.hasExited() && exec.request().command().strip().equals(asked))
                .findFirst());
        if (last.isEmpty()) {
            return CompletableFuture.completedFuture("");
        }
        try {
            return waits.read(last.get(), 0, MOST_BYTES, Duration.ZERO)
                    .thenApply(KeptHelp::text)
                    .exceptionally(failure -> "");
        } catch (RefusedException e) {
            // As many wait for output as may.
            return CompletableFuture.completedFuture("");
        }
    }

    private static String text(ExecWaits.Reading reading) {
        return reading.chunks().stream()
                .flatMap(chunk -> Stream.ofNullable(chunk.text()))
                .collect(Collectors.joining());
    }
}
