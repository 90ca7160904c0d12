package dev.sandshell.rpc;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.messages.CancelParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.jspecify.annotations.Nullable;

/**
 * Gives each request of the client a number of ours on its way in, and takes the client's id back on the way out. LSP4J
 * tells requests apart by the text of their ids, so that to it 8 and "8" were one. The way in belongs to the reader
 * thread; any thread may answer.
 *
 * <p>Holds one entry a request that has not been answered; an id is free again once its answer is on its way. A second
 * request under an id that is not free is refused, since nobody could tell the answers apart.
 */
final class RequestIds {
    private final MessageConsumer inside;
    private final MessageConsumer outside;
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<Integer, Either<String, Number>> ids = new ConcurrentHashMap<>();
    private int lastNumber;

    /**
     * @param inside who knows requests by our numbers
     * @param outside who knows them by the client's ids
     */
    RequestIds(MessageConsumer inside, MessageConsumer outside) {
        this.inside = inside;
        this.outside = outside;
    }

    /** Takes a message of the client. */
    void enter(Message message) {
        if (message instanceof RequestMessage request) {
            enter(request);
        } else if (message instanceof NotificationMessage notification
                && notification.getParams() instanceof CancelParams cancel) {
            Integer number = cancel.getRawId() == null ? null : numbers.get(textOf(cancel.getRawId()));
            // Where it is not known it has been answered, and there is nothing to cancel.
            if (number != null) {
                cancel.setId(number);
                inside.consume(message);
            }
        } else {
            inside.consume(message);
        }
    }

    private void enter(RequestMessage request) {
        Either<String, Number> id = request.getRawId();
        int number = ++lastNumber;
        if (numbers.putIfAbsent(textOf(id), number) != null) {
            outside.consume(MalformedMessages.response(
                    id, RpcErrors.invalidRequest("id " + id.get() + " is that of a request that is not answered yet")));
            return;
        }
        ids.put(number, id);
        request.setId(number);
        inside.consume(request);
    }

    /** Takes a message for the client. */
    void leave(Message message) {
        if (message instanceof ResponseMessage response) {
            Either<String, Number> id = idBehind(response.getRawId());
            if (id != null) {
                numbers.remove(textOf(id));
                response.setRawId(id);
            }
        }
        outside.consume(message);
    }

    private @Nullable Either<String, Number> idBehind(@Nullable Either<String, Number> number) {
        return number == null || number.isLeft()
                ? null
                : ids.remove(number.getRight().intValue());
    }

    /**
     * An id as it is on the wire, but for escapes. The parser makes numbers of several classes, and none equals another's; a
     * record would be as good a key, but the JVM takes some milliseconds of a start to make it one.
     */
    private static String textOf(Either<String, Number> id) {
        return id.isLeft() ? '"' + id.getLeft() + '"' : id.getRight().toString();
    }
}
