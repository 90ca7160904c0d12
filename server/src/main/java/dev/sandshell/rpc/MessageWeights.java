package dev.sandshell.rpc;

import dev.sandshell.protocol.ActionArgument;
import dev.sandshell.protocol.CodeAction;
import dev.sandshell.protocol.CodeLens;
import dev.sandshell.protocol.CompletionItem;
import dev.sandshell.protocol.CompletionList;
import dev.sandshell.protocol.Exec;
import dev.sandshell.protocol.ExecListResult;
import dev.sandshell.protocol.ExecReadResult;
import dev.sandshell.protocol.ExecResult;
import dev.sandshell.protocol.ExecWaitResult;
import dev.sandshell.protocol.HistoryEntry;
import dev.sandshell.protocol.LensArgument;
import dev.sandshell.protocol.OutputChunk;
import dev.sandshell.protocol.SessionGetEnvResult;
import dev.sandshell.protocol.SessionHistoryResult;
import dev.sandshell.protocol.SessionListResult;
import dev.sandshell.protocol.SessionSnapshotResult;
import dev.sandshell.protocol.ShellRunnable;
import dev.sandshell.protocol.TextDocumentContentResult;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.jspecify.annotations.Nullable;

/** About how many bytes messages take while they wait for a client: the texts in them that can be long. Pure. */
final class MessageWeights {
    /** What a message, or a part of a list, weighs beside its text. */
    static final int ENVELOPE = 256;

    private MessageWeights() {}

    static int of(Message message) {
        if (!(message instanceof ResponseMessage response)) {
            return ENVELOPE;
        }
        ExecResult result = resultOf(response);
        long weight = ENVELOPE + (result == null ? of(response.getResult()) : of(result)) + chosenByClient(response);
        return (int) Math.min(Integer.MAX_VALUE, weight);
    }

    /** The id is the client's, and an error may say what the client has given. */
    private static long chosenByClient(ResponseMessage response) {
        Either<String, Number> id = response.getRawId();
        ResponseError error = response.getError();
        return (id != null && id.isLeft() ? length(id.getLeft()) : 0)
                + (error == null ? 0 : length(error.getMessage()));
    }

    /** The result of a command that a response carries, as an answer or beside an error. */
    static @Nullable ExecResult resultOf(ResponseMessage response) {
        Object about = response.getError() == null
                ? response.getResult()
                : response.getError().getData();
        if (about instanceof ExecWaitResult wait) {
            return wait.result();
        }
        return about instanceof ExecResult result ? result : null;
    }

    private static long of(ExecResult result) {
        return length(result.stdout())
                + length(result.stderr())
                + length(result.stdoutBase64())
                + length(result.stderrBase64());
    }

    private static long of(@Nullable Object result) {
        long weight = 0;
        if (result instanceof ExecReadResult read) {
            for (OutputChunk chunk : read.chunks()) {
                weight += ENVELOPE + length(chunk.text()) + length(chunk.dataBase64());
            }
        } else if (result instanceof SessionSnapshotResult snapshot) {
            weight = length(snapshot.snapshot());
        } else if (result instanceof SessionGetEnvResult environment) {
            for (Map.Entry<String, String> variable : environment.env().entrySet()) {
                weight += length(variable.getKey()) + length(variable.getValue());
            }
        } else if (result instanceof SessionHistoryResult history) {
            for (HistoryEntry entry : history.entries()) {
                weight += ENVELOPE + length(entry.command());
            }
        } else if (result instanceof ExecListResult list) {
            for (Exec exec : list.execs()) {
                weight += ENVELOPE + length(exec.command());
            }
        } else if (result instanceof List<?> parts) {
            for (Object part : parts) {
                weight += ENVELOPE + textOf(part);
            }
        } else if (result instanceof CompletionList offered) {
            for (CompletionItem item : offered.items()) {
                weight += ENVELOPE + 3L * length(item.label()) + length(item.detail());
            }
        } else if (result instanceof SessionListResult list) {
            weight = (long) ENVELOPE * list.sessions().size();
        } else if (result instanceof TextDocumentContentResult content) {
            weight = length(content.text());
        }
        return weight;
    }

    private static long textOf(@Nullable Object part) {
        long length = 0;
        if (part instanceof CodeLens lens) {
            for (LensArgument argument : lens.command().arguments()) {
                length += length(argument.command());
            }
        } else if (part instanceof CodeAction action) {
            for (ActionArgument argument : action.command().arguments()) {
                length += length(argument.command());
            }
        } else if (part instanceof ShellRunnable runnable) {
            for (String argument : runnable.args().args()) {
                length += length(argument);
            }
        }
        return length;
    }

    static long length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }
}
