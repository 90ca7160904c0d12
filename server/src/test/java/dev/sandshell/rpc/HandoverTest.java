package dev.sandshell.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sandshell.concurrent.ManualScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.junit.jupiter.api.Test;

/** What a client asks before it has been greeted waits for that, as far as there is room. */
final class HandoverTest {
    private final ManualScheduler scheduler = new ManualScheduler();
    private final Handover handover = new Handover(scheduler);
    private final CompletableFuture<String> greeting = new CompletableFuture<>();
    private final List<String> events = new ArrayList<>();

    private void greet() {
        CompletableFuture<?> unused =
                handover.greeting(() -> greeting).whenComplete((value, failure) -> events.add("greeted"));
        run();
    }

    private void run() {
        handover.release();
        scheduler.run();
    }

    @Test
    void whatIsAskedEarlyComesAfterTheGreetingAndInItsOrder() {
        greet();
        handover.tell(() -> events.add("told"));
        CompletableFuture<String> reply = handover.work(answer -> {
            events.add("asked");
            answer.complete("answer");
        });
        run();
        assertThat(events).isEmpty();
        greeting.complete("hello");
        scheduler.run();
        assertThat(events).containsExactly("greeted", "told", "asked");
        assertThat(reply).isCompletedWithValue("answer");
        handover.tell(() -> events.add("later"));
        run();
        assertThat(events).endsWith("later");
    }

    @Test
    void theClientIsServedAlsoWhereTheGreetingFails() {
        greet();
        handover.tell(() -> events.add("told"));
        run();
        greeting.completeExceptionally(new IllegalStateException("no shells"));
        scheduler.run();
        assertThat(events).containsExactly("greeted", "told");
    }

    @Test
    void moreThanThereIsRoomForIsRefused() {
        greet();
        List<CompletableFuture<String>> replies = new ArrayList<>();
        for (int i = 0; i <= Handover.MOST_EARLY; i++) {
            replies.add(handover.work(answer -> answer.complete("answer")));
        }
        run();
        Throwable refusal =
                catchThrowable(replies.get(Handover.MOST_EARLY)::join).getCause();
        assertThat(refusal)
                .isInstanceOfSatisfying(
                        ResponseErrorException.class,
                        error -> assertThat(error.getResponseError().getCode())
                                .isEqualTo(ResponseErrorCode.ServerNotInitialized.getValue()));
        greeting.complete("hello");
        scheduler.run();
        assertThat(replies.subList(0, Handover.MOST_EARLY))
                .allSatisfy(reply -> assertThat(reply).isCompletedWithValue("answer"));
    }

    @Test
    void whatAGoneClientHasAskedEarlyIsNotBegun() {
        greet();
        handover.tell(() -> events.add("told"));
        run();
        handover.end(() -> events.add("gone"));
        scheduler.run();
        greeting.complete("hello");
        scheduler.run();
        assertThat(events).containsExactly("gone", "greeted");
    }
}
