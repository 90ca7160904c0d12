package dev.sandshell.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.jsonrpc.messages.CancelParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.junit.jupiter.api.Test;

/** Inside, every request has a number of its own; outside, every answer has the id that was asked with. */
final class RequestIdsTest {
    private static final Either<String, Number> EIGHT = Either.forRight(8);
    private static final Either<String, Number> EIGHT_AS_TEXT = Either.forLeft("8");

    private final List<String> inside = new ArrayList<>();
    private final List<ResponseMessage> outside = new ArrayList<>();
    private final RequestIds ids = new RequestIds(
            message -> inside.add(
                    message instanceof RequestMessage request
                            ? request.getId()
                            : "cancel " + ((CancelParams) ((NotificationMessage) message).getParams()).getId()),
            message -> outside.add((ResponseMessage) message));

    private void ask(Either<String, Number> id) {
        RequestMessage request = new RequestMessage();
        request.setRawId(id);
        ids.enter(request);
    }

    private void cancel(Either<String, Number> id) {
        CancelParams params = new CancelParams();
        params.setRawId(id);
        NotificationMessage notification = new NotificationMessage();
        notification.setParams(params);
        ids.enter(notification);
    }

    private void answer(int number) {
        ResponseMessage response = new ResponseMessage();
        response.setId(number);
        ids.leave(response);
    }

    @Test
    void aTextIsAnotherIdThanTheNumberThatItLooksLike() {
        ask(EIGHT);
        ask(EIGHT_AS_TEXT);
        cancel(EIGHT_AS_TEXT);
        cancel(Either.forRight(new BigDecimal("8")));
        answer(2);
        answer(1);
        assertThat(inside).containsExactly("1", "2", "cancel 2", "cancel 1");
        assertThat(outside).extracting(ResponseMessage::getRawId).containsExactly(EIGHT_AS_TEXT, EIGHT);
    }

    @Test
    void anIdIsTakenUntilItsRequestIsAnswered() {
        ask(EIGHT);
        ask(EIGHT);
        assertThat(outside).hasSize(1);
        assertThat(outside.get(0).getError().getCode()).isEqualTo(-32600);
        answer(1);
        ask(EIGHT);
        assertThat(inside).containsExactly("1", "3");
    }

    @Test
    void whatIsAnsweredOrWasNeverAskedIsNotCancelled() {
        ask(EIGHT);
        answer(1);
        cancel(EIGHT);
        cancel(EIGHT_AS_TEXT);
        assertThat(inside).containsExactly("1");
    }
}
