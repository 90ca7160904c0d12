package dev.sandshell.rpc;

import dev.sandshell.protocol.EmptyResult;
import dev.sandshell.protocol.SessionInputParams;
import dev.sandshell.protocol.SessionResizeParams;
import dev.sandshell.protocol.SessionResult;
import dev.sandshell.session.SessionRegistry;
import dev.sandshell.session.ShellSession;
import dev.sandshell.session.TerminalSize;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The requests about the terminal of a session, which wait for nothing that runs there. Called on the reader thread; the
 * work is done on the scheduler.
 */
final class TerminalRequests {
    private final Handover handover;
    private final SessionRegistry registry;

    TerminalRequests(Handover handover, SessionRegistry registry) {
        this.handover = handover;
        this.registry = registry;
    }

    private record Input(String sessionId, byte[] bytes) {}

    CompletableFuture<EmptyResult> input(@Nullable SessionInputParams given) {
        return handover.checked(
                () -> {
                    SessionInputParams params = Fields.required("params", given);
                    return new Input(
                            Fields.id("sessionId", params.sessionId()),
                            Fields.textOrBase64(params.text(), params.dataBase64()));
                },
                (input, reply) -> {
                    registry.get(input.sessionId()).console().input(input.bytes());
                    reply.complete(new EmptyResult());
                });
    }

    private record Resize(String sessionId, TerminalSize size) {}

    CompletableFuture<SessionResult> resize(@Nullable SessionResizeParams given) {
        return handover.checked(
                () -> {
                    SessionResizeParams params = Fields.required("params", given);
                    return new Resize(
                            Fields.id("sessionId", params.sessionId()),
                            SessionArguments.size(Fields.required("size", params.size())));
                },
                (resize, reply) -> {
                    ShellSession session = registry.get(resize.sessionId());
                    session.console().resize(resize.size());
                    reply.complete(new SessionResult(SessionMapping.session(session.view())));
                });
    }
}
