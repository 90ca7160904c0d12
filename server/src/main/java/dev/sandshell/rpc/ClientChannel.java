package dev.sandshell.rpc;

import dev.sandshell.concurrent.BoundedOutbox;
import dev.sandshell.problems.OutputDiagnostics;
import dev.sandshell.protocol.ExecClosedNotification;
import dev.sandshell.protocol.ExecInputRequiredNotification;
import dev.sandshell.protocol.ExecOutputNotification;
import dev.sandshell.protocol.ExecResult;
import dev.sandshell.protocol.Methods;
import dev.sandshell.protocol.ProgressNotification;
import dev.sandshell.protocol.SessionChangedNotification;
import dev.sandshell.session.ExecView;
import dev.sandshell.session.OutputChunk;
import dev.sandshell.session.SessionListener;
import dev.sandshell.session.SessionView;
import dev.sandshell.session.Telling;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.jspecify.annotations.Nullable;

/**
 * What goes to one client, put into the outbox in the lane that keeps its order: everything of a session, the answers
 * about its commands included, in the session's own. Any thread may put; the session's side is confined to the scheduler.
 */
final class ClientChannel implements SessionListener, MessageConsumer {
    private final BoundedOutbox<Message> outbox;
    private final Runnable whenGivenUp;
    /** The results that are being answered in the lane of a session; each is found by itself and no equal. */
    private final Map<Object, String> lanes = Collections.synchronizedMap(new IdentityHashMap<>());

    private final Map<String, ExecProgress> progress = new HashMap<>();
    private final Map<String, Either<String, Integer>> partialResultTokens = new HashMap<>();
    private volatile boolean acknowledges;
    private volatile @Nullable TerminalTexts terminals;
    private volatile @Nullable OutputDiagnostics diagnostics;

    /**
     * @param whenGivenUp what to do with a client that does not read its answers
     */
    ClientChannel(BoundedOutbox<Message> outbox, Runnable whenGivenUp) {
        this.outbox = outbox;
        this.whenGivenUp = whenGivenUp;
    }

    /** Takes what LSP4J wants to send: answers, and requests of ours. */
    @Override
    public void consume(Message message) {
        String lane = message instanceof ResponseMessage response ? laneOf(response) : null;
        if (lane != null) {
            outbox.put(lane, message, MessageWeights.of(message));
        } else if (!outbox.put(message, MessageWeights.of(message))) {
            whenGivenUp.run();
        }
    }

    private @Nullable String laneOf(ResponseMessage response) {
        String lane = response.getResult() == null ? null : lanes.get(response.getResult());
        if (lane != null) {
            return lane;
        }
        ExecResult result = MessageWeights.resultOf(response);
        return result == null ? null : result.sessionId();
    }

    void notify(String lane, String method, Object params, int textLength) {
        outbox.put(lane, notification(method, params), MessageWeights.ENVELOPE + textLength);
    }

    /** What belongs to no session; where the client does not read it, nothing of it is kept. */
    void notify(String method, Object params) {
        consume(notification(method, params));
    }

    private static NotificationMessage notification(String method, Object params) {
        NotificationMessage message = new NotificationMessage();
        message.setMethod(method);
        message.setParams(params);
        return message;
    }

    /** The output of this command goes to this client as partial results of its own call. */
    void streamAsPartialResults(String execId, Either<String, Integer> token) {
        partialResultTokens.put(execId, token);
    }

    /** The progress of this command is shown to this client. */
    void showProgress(String execId, ExecProgress shown) {
        progress.put(execId, shown);
    }

    /** The progress of this command is over. */
    void hideProgress(String execId) {
        progress.remove(execId);
    }

    /** This command has been refused or withdrawn before it ran, so no event will tell of its end. */
    void forget(String execId) {
        partialResultTokens.remove(execId);
        ExecProgress shown = progress.remove(execId);
        if (shown != null) {
            shown.abandon();
        }
    }

    @Nullable
    ExecProgress progressOf(Either<String, Integer> token) {
        for (ExecProgress shown : progress.values()) {
            if (shown.hasToken(token)) {
                return shown;
            }
        }
        return null;
    }

    @Override
    public void changed(SessionView session) {
        forgetDiagnosticsOf(session);
        outbox.put(session.sessionId(), changeOf(session), MessageWeights.ENVELOPE);
    }

    @Override
    public boolean cameOrWent(SessionView session) {
        forgetDiagnosticsOf(session);
        return outbox.putNotice(session.sessionId(), changeOf(session), MessageWeights.ENVELOPE);
    }

    private void forgetDiagnosticsOf(SessionView session) {
        OutputDiagnostics found = diagnostics;
        if (found != null) {
            found.changed(session);
        }
    }

    private static Message changeOf(SessionView session) {
        return notification(Methods.SESSION_CHANGED, new SessionChangedNotification(SessionMapping.session(session)));
    }

    @Override
    public void started(ExecView exec, long seq, Telling telling) {
        TerminalTexts texts = terminalsOf(telling);
        String terminalText = texts == null ? null : texts.started(exec, seq);
        if (telling.isSent()) {
            // So that a command that is over at once is told of in one go.
            outbox.putAtLeisure(
                    exec.sessionId(),
                    notification(Methods.EXEC_STARTED, ExecMapping.started(exec, seq, terminalText)),
                    MessageWeights.ENVELOPE + exec.command().length() + length(terminalText));
        }
        ExecProgress shown = telling.isNew() ? progress.get(exec.execId()) : null;
        if (shown != null) {
            shown.begin();
        }
        OutputDiagnostics found = diagnosticsOf(telling);
        if (found != null) {
            found.started(exec);
        }
    }

    @Override
    public boolean output(String sessionId, OutputChunk chunk, Telling telling) {
        TerminalTexts texts = terminalsOf(telling);
        String terminalText = texts == null ? null : texts.output(sessionId, chunk);
        Either<String, Integer> token = telling.isNew() ? partialResultTokens.get(chunk.execId()) : null;
        boolean isSent = token != null || telling.isSent();
        if (isSent) {
            ExecOutputNotification params = ExecMapping.output(sessionId, chunk, terminalText);
            int size = length(params.text()) + length(params.dataBase64()) + length(terminalText);
            if (token == null) {
                notify(sessionId, Methods.EXEC_OUTPUT, params, size);
            } else {
                notify(sessionId, Methods.PROGRESS, new ProgressNotification(token, params), size);
            }
        }
        ExecProgress shown = telling.isNew() ? progress.get(chunk.execId()) : null;
        if (shown != null) {
            shown.output(chunk);
        }
        OutputDiagnostics found = diagnosticsOf(telling);
        if (found != null) {
            found.output(chunk);
        }
        return isSent;
    }

    @Override
    public void inputRequired(String sessionId, String execId, boolean isSecret, long seq, Telling telling) {
        if (telling.isSent()) {
            notify(
                    sessionId,
                    Methods.EXEC_INPUT_REQUIRED,
                    new ExecInputRequiredNotification(sessionId, execId, isSecret, seq),
                    0);
        }
    }

    @Override
    public void exited(dev.sandshell.session.ExecResult result, long seq, Telling telling) {
        TerminalTexts texts = terminalsOf(telling);
        String terminalText = texts == null ? null : texts.exited(result, seq);
        if (telling.isSent()) {
            notify(
                    result.sessionId(),
                    Methods.EXEC_EXITED,
                    ExecMapping.exited(result, seq, terminalText),
                    length(terminalText));
        }
        ExecProgress shown = telling.isNew() ? progress.remove(result.execId()) : null;
        if (shown != null) {
            shown.end(result);
        }
        OutputDiagnostics found = diagnosticsOf(telling);
        if (found != null) {
            found.exited(result);
        }
    }

    @Override
    public void closed(String sessionId, String execId, long seq, Telling telling) {
        TerminalTexts texts = terminalsOf(telling);
        String terminalText = texts == null ? null : texts.closed(sessionId, execId, seq);
        if (telling.isNew()) {
            partialResultTokens.remove(execId);
        }
        OutputDiagnostics found = diagnosticsOf(telling);
        if (found != null) {
            found.closed(execId);
        }
        if (telling.isSent()) {
            outbox.putAtLeisure(
                    sessionId,
                    notification(Methods.EXEC_CLOSED, new ExecClosedNotification(sessionId, execId, seq, terminalText)),
                    MessageWeights.ENVELOPE + length(terminalText));
        }
    }

    @Override
    public void detached(String sessionId) {
        TerminalTexts texts = terminals;
        if (texts != null) {
            texts.forget(sessionId);
        }
    }

    /** Those of a client that has asked for them, and sees all that happens in the session. */
    private @Nullable TerminalTexts terminalsOf(Telling telling) {
        return telling.isToAttached() ? terminals : null;
    }

    /** Those of a client that has asked for them; all that is new to it, or that it is told again. */
    private @Nullable OutputDiagnostics diagnosticsOf(Telling telling) {
        return telling.isNew() || telling.isSent() ? diagnostics : null;
    }

    private static int length(@Nullable String text) {
        return (int) MessageWeights.length(text);
    }

    @Override
    public boolean isSaturated(String sessionId) {
        return outbox.isSaturated(sessionId);
    }

    @Override
    public boolean acknowledges() {
        return acknowledges;
    }

    /** The client has said that it will acknowledge output; before it has a session. */
    void expectAcknowledgements() {
        acknowledges = true;
    }

    /** The client has said that it shows sessions in terminals; before it has a session. */
    void tellTerminals(TerminalTexts texts) {
        terminals = texts;
    }

    /** The client has said that it shows diagnostics; before it has a session. */
    void tellDiagnostics(OutputDiagnostics found) {
        diagnostics = found;
    }

    /** Has a result answered in its place among the events of a session, and not as soon as can be. */
    <T> void answerInOrder(String sessionId, T result, CompletableFuture<T> reply) {
        lanes.put(result, sessionId);
        // LSP4J hands the answer over meanwhile; see Handover.release.
        reply.complete(result);
        lanes.remove(result);
    }
}
