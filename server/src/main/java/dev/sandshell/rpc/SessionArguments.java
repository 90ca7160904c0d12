package dev.sandshell.rpc;

import com.google.common.collect.ImmutableMap;
import dev.sandshell.policy.InvalidArgumentException;
import dev.sandshell.policy.TextRules;
import dev.sandshell.protocol.SessionCreateParams;
import dev.sandshell.protocol.SessionRestoreParams;
import dev.sandshell.session.SessionSpec;
import dev.sandshell.session.TerminalSize;
import org.jspecify.annotations.Nullable;

/** Checks what is said about sessions. Pure. */
final class SessionArguments {
    private static final int MAX_CELLS = 4_096;
    private static final ImmutableMap<String, Boolean> STARTUP = ImmutableMap.of("clean", false, "user", true);

    private static final ImmutableMap<String, Boolean> HISTORY = ImmutableMap.of("on", true, "off", false);

    private SessionArguments() {}

    static SessionSpec create(@Nullable SessionCreateParams given, String freshId) throws InvalidArgumentException {
        SessionCreateParams params =
                given == null ? new SessionCreateParams(null, null, null, null, null, null, null, null, null) : given;
        String id = params.sessionId() == null ? freshId : Fields.id("sessionId", params.sessionId());
        String name = params.name() == null ? id : Fields.id("name", params.name());
        String shell = params.shell() == null ? null : TextRules.forShell("shell", Fields.id("shell", params.shell()));
        boolean readsUserFiles = Fields.choice("startup", params.startup(), false, STARTUP);
        return new SessionSpec(
                id,
                name,
                Fields.folder("cwd", params.cwd()),
                Fields.environment("env", params.env()),
                shell,
                readsUserFiles,
                params.size() == null ? TerminalSize.DEFAULT : size(params.size()),
                Fields.duration("commandTimeoutMs", params.commandTimeoutMs()),
                Fields.choice("history", params.history(), true, HISTORY),
                null);
    }

    static SessionSpec restore(@Nullable SessionRestoreParams given, String freshId, int maxBytes)
            throws InvalidArgumentException {
        SessionRestoreParams params = Fields.required("params", given);
        String id = params.sessionId() == null ? freshId : Fields.id("sessionId", params.sessionId());
        String name = params.name() == null ? id : Fields.id("name", params.name());
        return SessionSpec.restored(
                id, name, SnapshotText.read(Fields.required("snapshot", params.snapshot()), maxBytes));
    }

    static TerminalSize size(dev.sandshell.protocol.TerminalSize size) throws InvalidArgumentException {
        return new TerminalSize(cells("size.rows", size.rows()), cells("size.cols", size.cols()));
    }

    private static int cells(String field, @Nullable Integer value) throws InvalidArgumentException {
        return (int) Fields.range(field, (long) Fields.required(field, value), 1, MAX_CELLS, 0);
    }
}
