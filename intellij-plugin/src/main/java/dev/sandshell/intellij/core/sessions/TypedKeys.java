package dev.sandshell.intellij.core.sessions;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.sandshell.intellij.core.server.Failures;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What is typed on a terminal: it is sent in its order, one request after the other, and what comes meanwhile goes
 * together. Any thread may type, and none waits. At most {@value #MOST} characters wait to be sent; what is more is not
 * taken, and that is said.
 */
final class TypedKeys {
    private static final int MOST = 1 << 20;

    private final Function<String, CompletableFuture<?>> send;
    private final Consumer<String> complain;

    @GuardedBy("this")
    private final StringBuilder typed = new StringBuilder();

    @GuardedBy("this")
    private boolean isSending;

    /**
     * @param send a request, which may fail
     * @param complain gets what went wrong, in words for a person
     */
    TypedKeys(Function<String, CompletableFuture<?>> send, Consumer<String> complain) {
        this.send = send;
        this.complain = complain;
    }

    void type(String text) {
        if (!take(text)) {
            complain.accept("so much has been typed that was not read that this was left out");
        } else {
            sendOn();
        }
    }

    private synchronized boolean take(String text) {
        if (typed.length() + text.length() > MOST) {
            return false;
        }
        typed.append(text);
        return true;
    }

    private void sendOn() {
        String text;
        synchronized (this) {
            if (isSending || typed.isEmpty()) {
                return;
            }
            isSending = true;
            text = typed.toString();
            typed.setLength(0);
        }
        CompletableFuture<?> unused = send.apply(text).whenComplete((done, failure) -> {
            if (failure != null) {
                complain.accept(Failures.messageOf(failure));
            }
            synchronized (this) {
                isSending = false;
            }
            sendOn();
        });
    }
}
