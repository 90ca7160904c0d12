package dev.sandshell.editor;

import dev.sandshell.session.ShellSession;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The way to the client that an editor is. Confined to the scheduler, where the answers come, too. */
public interface EditorClient {
    /** Tells it something. */
    void tell(String method, Object params);

    /** Asks it something; fails where it cannot do that, and at once where it has left too much unanswered. */
    CompletableFuture<?> ask(String method, @Nullable Object params);

    /** Shows it how a command goes on, once that has run for a while; it can cancel the command by that. */
    RunProgress progress(ShellSession session, String execId, String title);

    /** How it is told of a failure. */
    String wordsOf(Throwable failure);
}
