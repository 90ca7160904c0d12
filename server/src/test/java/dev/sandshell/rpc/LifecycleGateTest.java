package dev.sandshell.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.junit.jupiter.api.Test;

/** Nothing comes in before initialize or after shutdown, and every request that is kept out gets its answer. */
final class LifecycleGateTest {
    private final List<String> inside = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();
    private boolean isRefusing;
    private final LifecycleGate gate = new LifecycleGate(
            message -> inside.add(nameOf(message)),
            message -> answers.add(answerOf(message)),
            Set.of("initialize", "shutdown", "sandbox/exec"),
            () -> !isRefusing);

    private static String nameOf(Message message) {
        if (message instanceof RequestMessage request) {
            return request.getMethod();
        }
        return message instanceof NotificationMessage notification ? notification.getMethod() : "response";
    }

    private static String answerOf(Message message) {
        ResponseMessage response = (ResponseMessage) message;
        return response.getId() + ": " + response.getError().getCode() + " "
                + response.getError().getMessage();
    }

    private void request(String id, String method) {
        RequestMessage request = new RequestMessage();
        request.setId(id);
        request.setMethod(method);
        gate.consume(request);
    }

    private void notification(String method) {
        NotificationMessage notification = new NotificationMessage();
        notification.setMethod(method);
        gate.consume(notification);
    }

    @Test
    void aRefusedInitializeDoesNotCount() {
        isRefusing = true;
        request("1", "initialize");
        notification("initialized");
        request("2", "sandbox/exec");
        isRefusing = false;
        request("3", "initialize");
        request("4", "sandbox/exec");
        assertThat(inside).containsExactly("initialize", "initialize", "sandbox/exec");
        assertThat(answers).containsExactly("2: -32002 initialize comes first");
    }

    @Test
    void initializeComesFirst() {
        request("1", "sandbox/exec");
        notification("initialized");
        request("2", "initialize");
        notification("initialized");
        request("3", "sandbox/exec");
        assertThat(inside).containsExactly("initialize", "initialized", "sandbox/exec");
        assertThat(answers).containsExactly("1: -32002 initialize comes first");
    }

    @Test
    void initializeComesOnce() {
        request("1", "initialize");
        request("2", "initialize");
        assertThat(inside).containsExactly("initialize");
        assertThat(answers).containsExactly("2: -32600 initialize comes once");
    }

    @Test
    void afterShutdownOnlyExitIsHeard() {
        request("1", "initialize");
        request("2", "shutdown");
        request("3", "sandbox/exec");
        request("4", "shutdown");
        notification("$/cancelRequest");
        notification("exit");
        assertThat(inside).containsExactly("initialize", "shutdown", "exit");
        assertThat(answers)
                .containsExactly("3: -32600 the server has been shut down", "4: -32600 the server has been shut down");
    }

    @Test
    void exitIsHeardAtAnyTime() {
        notification("exit");
        assertThat(inside).containsExactly("exit");
    }

    @Test
    void anUnknownRequestIsAnsweredAlsoWhereItsNameIsOptional() {
        request("1", "initialize");
        request("2", "sandbox/nothing");
        request("3", "$/optional");
        notification("$/optional");
        assertThat(inside).containsExactly("initialize", "$/optional");
        assertThat(answers)
                .containsExactly("2: -32601 unknown method sandbox/nothing", "3: -32601 unknown method $/optional");
    }

    @Test
    void theClientsAnswersGoIn() {
        request("1", "initialize");
        gate.consume(new ResponseMessage());
        assertThat(inside).containsExactly("initialize", "response");
    }
}
