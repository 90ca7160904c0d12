package dev.sandshell.rpc;

import com.google.common.collect.ImmutableMap;
import dev.sandshell.policy.InvalidArgumentException;
import dev.sandshell.policy.RefusedException;
import dev.sandshell.session.ExecCancelledException;
import java.util.HexFormat;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;

/** The one place where errors get their wording and their number on the wire. Any thread may call. */
final class RpcErrors {
    private static final Logger LOG = Logger.getLogger(RpcErrors.class.getName());

    private RpcErrors() {}

    static ResponseError of(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof ResponseErrorException known) {
            return known.getResponseError();
        }
        if (cause instanceof InvalidArgumentException invalid) {
            return invalidParams(invalid.getMessage());
        }
        if (cause instanceof RefusedException refused) {
            return refused(refused);
        }
        if (cause instanceof CancellationException) {
            return new ResponseError(ResponseErrorCode.RequestCancelled, "the request was cancelled", null);
        }
        if (cause instanceof ExecCancelledException cancelled) {
            return new ResponseError(
                    ResponseErrorCode.RequestCancelled,
                    "the command was cancelled and has stopped",
                    ExecMapping.result(cancelled.partial()));
        }
        return internal(cause);
    }

    static ResponseError refused(RefusedException refused) {
        ImmutableMap<String, Object> data = ImmutableMap.<String, Object>builder()
                .put("code", refused.code().name())
                .putAll(refused.details())
                .buildKeepingLast();
        return new ResponseError(ResponseErrorCode.RequestFailed, refused.getMessage(), data);
    }

    static ResponseError invalidParams(@Nullable String message) {
        return new ResponseError(ResponseErrorCode.InvalidParams, message, null);
    }

    static ResponseError parseError(String message) {
        return new ResponseError(ResponseErrorCode.ParseError, message, null);
    }

    static ResponseError invalidRequest(String message) {
        return new ResponseError(ResponseErrorCode.InvalidRequest, message, null);
    }

    static ResponseError methodNotFound(String method) {
        return new ResponseError(ResponseErrorCode.MethodNotFound, "unknown method " + method, null);
    }

    static ResponseError notInitialized() {
        return new ResponseError(ResponseErrorCode.ServerNotInitialized, "initialize comes first", null);
    }

    /** A defect of ours: the log has the trace, the client has the number to look for. */
    private static ResponseError internal(Throwable cause) {
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.log(Level.SEVERE, "internal error " + id, cause);
        return new ResponseError(
                ResponseErrorCode.InternalError,
                "internal error (id " + id + "); the server's log says more",
                ImmutableMap.of("logId", id));
    }
}
