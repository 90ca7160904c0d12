package dev.sandshell.shell;

import dev.sandshell.session.ShellState;
import dev.sandshell.session.StateSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A snapshot that is read after the shell has gone on. Any thread may read.
 *
 * @param isNewest whether no other has been taken since; then the shell has not begun to write its file anew
 */
record LateSnapshot(
        long number,
        CompletableFuture<?> settled,
        Path file,
        String shell,
        int maxBytes,
        Function<String, byte[]> portable,
        BooleanSupplier isNewest)
        implements StateSource {
    private static final Logger LOG = Logger.getLogger(LateSnapshot.class.getName());

    @Override
    public Optional<ShellState> read() {
        if (!isNewest.getAsBoolean()) {
            return Optional.empty();
        }
        try {
            if (Files.size(file) > maxBytes) {
                LOG.log(Level.FINE, "a state has more than {0} bytes and is not kept", maxBytes);
                return Optional.empty();
            }
            String script = Files.readString(file, StandardCharsets.ISO_8859_1);
            // Asked again: what was read while the shell wrote is no state.
            return isNewest.getAsBoolean()
                    ? Optional.of(new ShellState(shell, portable.apply(script)))
                    : Optional.empty();
        } catch (IOException e) {
            // The session has ended, and its folder with it.
            return Optional.empty();
        }
    }
}
