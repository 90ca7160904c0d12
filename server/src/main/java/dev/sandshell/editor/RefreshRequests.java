package dev.sandshell.editor;

import org.jspecify.annotations.Nullable;

/**
 * Tells a client that something it shows is another now, as often as it keeps up with: never a second time before it has
 * answered the first. Confined to the scheduler.
 */
final class RefreshRequests {
    private final EditorClient client;
    private final String method;
    private final @Nullable Object params;
    private boolean isUnanswered;
    private boolean isDue;

    RefreshRequests(EditorClient client, String method, @Nullable Object params) {
        this.client = client;
        this.method = method;
        this.params = params;
    }

    void refresh() {
        isDue = true;
        if (!isUnanswered) {
            isDue = false;
            isUnanswered = true;
            var unused = client.ask(method, params).whenComplete((answer, failure) -> {
                isUnanswered = false;
                if (isDue && failure == null) {
                    refresh();
                }
            });
        }
    }
}
