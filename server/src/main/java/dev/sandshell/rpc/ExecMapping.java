package dev.sandshell.rpc;

import dev.sandshell.protocol.Exec;
import dev.sandshell.protocol.ExecExitedNotification;
import dev.sandshell.protocol.ExecOutputNotification;
import dev.sandshell.protocol.ExecReadResult;
import dev.sandshell.protocol.ExecResult;
import dev.sandshell.protocol.ExecStartedNotification;
import dev.sandshell.protocol.OutputChunk;
import dev.sandshell.session.ExecStatus;
import dev.sandshell.session.ExecView;
import dev.sandshell.session.ExecWaits;
import dev.sandshell.session.OutputEncoding;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words what is known of commands for the wire. Pure. */
final class ExecMapping {
    private ExecMapping() {}

    static ExecResult result(dev.sandshell.session.ExecResult result) {
        boolean isText = result.encoding() == OutputEncoding.UTF_8;
        ExecStatus status = result.status();
        return new ExecResult(
                result.sessionId(),
                result.execId(),
                status.exitCode(),
                status.signal(),
                status.timedOut(),
                status.shellExited(),
                status.stateRestored(),
                isText ? text(result.stdout()) : null,
                isText ? text(result.stderr()) : null,
                isText ? null : base64(result.stdout().bytes()),
                isText ? null : base64(result.stderr().bytes()),
                result.stdout().total(),
                result.stderr().total(),
                result.stdout().isTruncated(),
                result.stderr().isTruncated(),
                result.startedAtMs(),
                result.durationMs(),
                result.cwd());
    }

    /** Head and tail are decoded apart: what lies between them is missing, so no character spans it. */
    private static String text(dev.sandshell.session.ExecResult.Collected stream) {
        byte[] bytes = stream.bytes();
        if (!stream.isTruncated()) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        int head = Utf8Borders.endOfWhole(bytes, stream.headLength());
        int tail = Utf8Borders.startOfWhole(bytes, stream.headLength());
        return new String(bytes, 0, head, StandardCharsets.UTF_8)
                + new String(bytes, tail, bytes.length - tail, StandardCharsets.UTF_8);
    }

    static ExecExitedNotification exited(
            dev.sandshell.session.ExecResult result, long seq, @Nullable String terminalText) {
        ExecStatus status = result.status();
        return new ExecExitedNotification(
                result.sessionId(),
                result.execId(),
                status.exitCode(),
                status.signal(),
                status.timedOut(),
                status.shellExited(),
                status.stateRestored(),
                result.stdout().total(),
                result.stderr().total(),
                result.startedAtMs(),
                result.durationMs(),
                result.cwd(),
                seq,
                terminalText);
    }

    static ExecStartedNotification started(ExecView exec, long seq, @Nullable String terminalText) {
        Long startedAtMs = exec.startedAtMs();
        return new ExecStartedNotification(
                exec.sessionId(),
                exec.execId(),
                exec.command(),
                exec.cwd(),
                startedAtMs == null ? 0 : startedAtMs,
                exec.isBackground(),
                seq,
                terminalText);
    }

    static Exec exec(ExecView exec) {
        ExecStatus status = exec.status();
        return new Exec(
                exec.sessionId(),
                exec.execId(),
                exec.command(),
                exec.cwd(),
                exec.phase().name().toLowerCase(Locale.ROOT),
                exec.isBackground(),
                status.exitCode(),
                status.signal(),
                status.timedOut(),
                status.shellExited(),
                status.stateRestored(),
                exec.stdoutBytes(),
                exec.stderrBytes(),
                exec.startedAtMs(),
                exec.durationMs());
    }

    static ExecOutputNotification output(
            String sessionId, dev.sandshell.session.OutputChunk chunk, @Nullable String terminalText) {
        return new ExecOutputNotification(
                sessionId,
                chunk.execId(),
                chunk.seq(),
                chunk.stream().wireName(),
                chunk.offset(),
                chunk.text(),
                base64(chunk.bytes()),
                terminalText);
    }

    static ExecReadResult reading(ExecWaits.Reading reading) {
        return new ExecReadResult(
                reading.chunks().stream()
                        .map(chunk -> new OutputChunk(
                                chunk.seq(),
                                chunk.stream().wireName(),
                                chunk.offset(),
                                chunk.text(),
                                base64(chunk.bytes())))
                        .toList(),
                reading.nextSeq(),
                reading.hasExited(),
                reading.isClosed(),
                reading.isTruncated());
    }

    private static @Nullable String base64(byte @Nullable [] bytes) {
        return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
    }
}
