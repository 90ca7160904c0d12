package dev.sandshell.session;

import dev.sandshell.policy.InvalidArgumentException;
import dev.sandshell.policy.RefusalCode;
import dev.sandshell.policy.RefusedException;
import dev.sandshell.session.RunningCommand.Written;
import java.util.concurrent.CompletableFuture;

/** One write to the input of a command, with the words for what is against it. Confined to the session's scheduler. */
final class InputWrite {
    private final ExecRequest request;
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    InputWrite(ExecRequest request) {
        this.request = request;
    }

    /** There is nothing to write to. */
    CompletableFuture<Void> refuse(String why) {
        done.completeExceptionally(notRunning(why));
        return done;
    }

    private RefusedException notRunning(String why) {
        return new RefusedException(RefusalCode.EXEC_NOT_RUNNING, "exec " + request.execId() + " " + why);
    }

    CompletableFuture<Void> write(RunningCommand command, byte[] bytes, boolean closesInput) {
        if (request.isOnTerminal() && closesInput) {
            done.completeExceptionally(new InvalidArgumentException(
                    "closeStdin: the input of a terminal does not end; Ctrl-D is the text \"\\u0004\""));
        } else if (!request.isOnTerminal() && !request.keepsStdinOpen()) {
            return refuse("was started without openStdin, so its input is closed");
        } else {
            command.write(bytes, this::written);
            // A write that was refused can come again, so the input stays open for it.
            if (closesInput && !done.isCompletedExceptionally()) {
                command.closeInput();
            }
        }
        return done;
    }

    private void written(Written how) {
        switch (how) {
            case ACCEPTED -> done.complete(null);
            case NOBODY_READS -> done.completeExceptionally(notRunning("has closed its input"));
            case TOO_MUCH_PENDING ->
                done.completeExceptionally(new RefusedException(
                        RefusalCode.QUEUE_FULL,
                        "exec " + request.execId() + " has too much unread input waiting; write again later"));
        }
    }
}
