package dev.sandshell.rpc;

import java.util.Set;
import java.util.function.BooleanSupplier;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.jspecify.annotations.Nullable;

/**
 * LSP's order of things: nothing before {@code initialize}, nothing but {@code exit} after {@code shutdown}, and no
 * request without an answer. Owned by the reader thread; what it answers itself goes to the outbox.
 */
final class LifecycleGate implements MessageConsumer {
    private enum Phase {
        NEW,
        INITIALIZED,
        SHUT_DOWN
    }

    private final MessageConsumer inside;
    private final MessageConsumer outbox;
    private final Set<String> requests;
    private final BooleanSupplier isInitialized;
    private Phase phase = Phase.NEW;

    /**
     * @param requests the methods that have a handler; LSP4J would leave an unknown {@code $/} request without an answer
     * @param isInitialized whether the {@code initialize} that has just been let in was no refused one
     */
    LifecycleGate(MessageConsumer inside, MessageConsumer outbox, Set<String> requests, BooleanSupplier isInitialized) {
        this.inside = inside;
        this.outbox = outbox;
        this.requests = requests;
        this.isInitialized = isInitialized;
    }

    @Override
    public void consume(Message message) {
        if (message instanceof RequestMessage request) {
            ResponseError refusal = refusalOf(request.getMethod());
            if (refusal != null) {
                ResponseMessage response = new ResponseMessage();
                response.setRawId(request.getRawId());
                response.setError(refusal);
                outbox.consume(response);
                return;
            }
            if (request.getMethod().equals("initialize")) {
                inside.consume(message);
                // Who has been refused may say it better.
                phase = isInitialized.getAsBoolean() ? Phase.INITIALIZED : Phase.NEW;
                return;
            }
            if (request.getMethod().equals("shutdown")) {
                phase = Phase.SHUT_DOWN;
            }
        } else if (message instanceof NotificationMessage notification
                && phase != Phase.INITIALIZED
                && !notification.getMethod().equals("exit")) {
            return;
        }
        inside.consume(message);
    }

    private @Nullable ResponseError refusalOf(String method) {
        boolean isInitialize = method.equals("initialize");
        if (phase == Phase.NEW && !isInitialize) {
            return RpcErrors.notInitialized();
        }
        if (phase == Phase.SHUT_DOWN) {
            return RpcErrors.invalidRequest("the server has been shut down");
        }
        if (phase == Phase.INITIALIZED && isInitialize) {
            return RpcErrors.invalidRequest("initialize comes once");
        }
        return requests.contains(method) ? null : RpcErrors.methodNotFound(method);
    }
}
