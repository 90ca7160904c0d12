package dev.sandshell.session;

import java.util.function.LongFunction;

/** What the commands of a session tell: each event is numbered, kept and told. Confined to the session's scheduler. */
final class ExecEvents {
    private final SessionSpec session;
    private final CommandLog history;
    private final Attachments attachments;
    private final ExecRecords execs;

    ExecEvents(SessionSpec session, CommandLog history, Attachments attachments, ExecRecords execs) {
        this.session = session;
        this.history = history;
        this.attachments = attachments;
        this.execs = execs;
    }

    long nextSeq() {
        return attachments.nextSeq();
    }

    /** Makes an event with the next number, which is answered, keeps it and tells it. */
    long publish(LongFunction<SessionEvent> event) {
        return attachments.publish(event);
    }

    void holdBackIfSaturated(OutputSource source) {
        attachments.holdBackIfSaturated(source);
    }

    void output(Exec exec, OutputChunk chunk) {
        attachments.publish(new SessionEvent.Output(
                session.sessionId(), chunk, exec.source().isTold()));
        exec.observers().chunk(chunk);
        holdBackIfSaturated(exec.source());
    }

    void exited(Exec exec, ExecResult result) {
        if (session.keepsHistory()) {
            history.add(CommandLog.FinishedCommand.of(exec, result));
        }
        publish(seq -> new SessionEvent.Exited(result.withoutOutput(), seq));
    }

    void closed(Exec exec) {
        attachments.release(exec.source());
        publish(seq ->
                new SessionEvent.Closed(session.sessionId(), exec.request().execId(), seq));
        execs.closed(exec);
    }

    /** A command that never began is gone, or nobody can ask about it any more. */
    void forget(Exec exec) {
        execs.remove(exec);
        attachments.forget(exec);
    }
}
