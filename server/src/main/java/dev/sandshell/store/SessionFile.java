package dev.sandshell.store;

import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonIOException;
import com.google.gson.JsonParseException;
import dev.sandshell.session.KeptSession;
import dev.sandshell.session.SessionSpec;
import dev.sandshell.session.ShellState;
import dev.sandshell.session.TerminalSize;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session as its file has it: one JSON object, the version of the format first, so that a server knows what is not for
 * it before it reads on. Immutable.
 *
 * @param checksum of all the rest; against accidents, not against forgery
 * @param env what the session was made with, secrets and all: a reset without state needs it
 * @param shell as asked for; null for the best that there is
 * @param lastCwd the folder that its shell was in
 * @param stateShell the shell that the state is of; null where there is no state
 */
record SessionFile(
        int version,
        @Nullable String checksum,
        String sessionId,
        String name,
        @Nullable String cwd,
        Map<String, @Nullable String> env,
        @Nullable String shell,
        boolean readsUserFiles,
        int rows,
        int cols,
        @Nullable Long commandTimeoutMs,
        boolean keepsHistory,
        String lastCwd,
        long createdAtMs,
        int restarts,
        @Nullable String stateShell,
        @Nullable String stateBase64) {

    /** Changes with everything that a server of before could misread. */
    static final int VERSION = 1;

    /** How every version begins. */
    static final String BEGINNING = "{\"version\":";

    private static final Gson GSON =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    static SessionFile of(KeptSession kept) {
        SessionSpec spec = kept.spec();
        Map<String, @Nullable String> env = new LinkedHashMap<>();
        spec.env().forEach((name, value) -> env.put(name, value.orElse(null)));
        ShellState state = spec.state();
        SessionFile facts = new SessionFile(
                VERSION,
                null,
                spec.sessionId(),
                spec.name(),
                spec.cwd(),
                env,
                spec.shell(),
                spec.readsUserFiles(),
                spec.size().rows(),
                spec.size().cols(),
                spec.commandTimeout() == null ? null : spec.commandTimeout().toMillis(),
                spec.keepsHistory(),
                kept.cwd(),
                kept.createdAtMs(),
                kept.restarts(),
                state == null ? null : state.shell(),
                null);
        byte[] script = state == null ? new byte[0] : state.script();
        return facts.with(
                facts.checksumWith(script),
                state == null ? null : Base64.getEncoder().encodeToString(script));
    }

    private SessionFile with(@Nullable String newChecksum, @Nullable String newState) {
        return new SessionFile(
                version,
                newChecksum,
                sessionId,
                name,
                cwd,
                env,
                shell,
                readsUserFiles,
                rows,
                cols,
                commandTimeoutMs,
                keepsHistory,
                lastCwd,
                createdAtMs,
                restarts,
                stateShell,
                newState);
    }

    /** Without a copy of the script, which may be large. */
    private String checksumWith(byte[] script) {
        Hasher hasher = Hashing.sha256().newHasher();
        hasher.putString(GSON.toJson(with(null, null)), StandardCharsets.UTF_8);
        return hasher.putByte((byte) 0).putBytes(script).hash().toString();
    }

    void write(Appendable out) throws IOException {
        try {
            GSON.toJson(this, out);
        } catch (JsonIOException e) {
            throw new IOException("the session could not be written", e);
        }
    }

    /**
     * Reads one back, of this version.
     *
     * @throws DamagedFileException where it is not as it was written
     */
    static SessionFile read(Reader in) throws IOException {
        try {
            SessionFile file = GSON.fromJson(in, SessionFile.class);
            if (file == null || !file.checksumWith(file.script()).equals(file.checksum)) {
                throw new DamagedFileException(null);
            }
            return file;
        } catch (JsonIOException e) {
            throw new IOException("the session could not be read", e);
        } catch (JsonParseException | IllegalArgumentException e) {
            throw new DamagedFileException(e);
        }
    }

    private byte[] script() {
        return stateBase64 == null ? new byte[0] : Base64.getDecoder().decode(stateBase64);
    }

    KeptSession session() {
        ImmutableMap.Builder<String, Optional<String>> variables = ImmutableMap.builder();
        env.forEach((variable, value) -> variables.put(variable, Optional.ofNullable(value)));
        return new KeptSession(
                new SessionSpec(
                        sessionId,
                        name,
                        cwd,
                        variables.buildOrThrow(),
                        shell,
                        readsUserFiles,
                        new TerminalSize(rows, cols),
                        commandTimeoutMs == null ? null : Duration.ofMillis(commandTimeoutMs),
                        keepsHistory,
                        stateShell == null ? null : new ShellState(stateShell, script())),
                lastCwd,
                createdAtMs,
                restarts);
    }

    /** What tells this from what was written of the same session before. */
    String fingerprint() {
        return Objects.requireNonNull(checksum, "checksum");
    }
}
