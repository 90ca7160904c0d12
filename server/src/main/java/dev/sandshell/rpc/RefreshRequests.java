package dev.sandshell.rpc;

import org.jspecify.annotations.Nullable;

/**
 * Tells a client that something it shows is another now, as often as it keeps up with: never a second time before it has
 * answered the first. Confined to the scheduler.
 */
final class RefreshRequests {
    private final ClientQuestions questions;
    private final String method;
    private final @Nullable Object params;
    private boolean isUnanswered;
    private boolean isDue;

    RefreshRequests(ClientQuestions questions, String method, @Nullable Object params) {
        this.questions = questions;
        this.method = method;
        this.params = params;
    }

    void refresh() {
        isDue = true;
        if (!isUnanswered) {
            isDue = false;
            isUnanswered = true;
            var unused = questions.ask(method, params).whenComplete((answer, failure) -> {
                isUnanswered = false;
                if (isDue && failure == null) {
                    refresh();
                }
            });
        }
    }
}
