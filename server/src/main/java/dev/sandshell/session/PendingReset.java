package dev.sandshell.session;

import dev.sandshell.policy.RefusedException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A reset that somebody waits for; there is at most one at a time. Confined to the session's scheduler. */
final class PendingReset {
    private @Nullable CompletableFuture<ShellSession> reply;
    private boolean keepsState;

    /** The answer to the one that is under way, or null. */
    @Nullable
    CompletableFuture<ShellSession> underWay() {
        return reply;
    }

    CompletableFuture<ShellSession> begin(boolean withState) {
        keepsState = withState;
        CompletableFuture<ShellSession> asked = new CompletableFuture<>();
        reply = asked;
        return asked;
    }

    /** Whether the shell that comes next is to have the state of the one before. */
    boolean keepsState() {
        return reply == null || keepsState;
    }

    void done(ShellSession session) {
        CompletableFuture<ShellSession> answered = reply;
        reply = null;
        if (answered != null) {
            answered.complete(session);
        }
    }

    void failed(RefusedException why) {
        CompletableFuture<ShellSession> answered = reply;
        reply = null;
        if (answered != null) {
            answered.completeExceptionally(why);
        }
    }
}
