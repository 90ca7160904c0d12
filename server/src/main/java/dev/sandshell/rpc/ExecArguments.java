package dev.sandshell.rpc;

import com.google.common.collect.ImmutableMap;
import dev.sandshell.policy.InvalidArgumentException;
import dev.sandshell.policy.Limits;
import dev.sandshell.policy.SignalNames;
import dev.sandshell.policy.TextRules;
import dev.sandshell.protocol.ExecParams;
import dev.sandshell.protocol.ExecWriteParams;
import dev.sandshell.protocol.WaitCondition;
import dev.sandshell.session.ExecRequest;
import dev.sandshell.session.OutputEncoding;
import dev.sandshell.session.OutputMode;
import dev.sandshell.session.TerminalSize;
import dev.sandshell.session.WhenBusy;
import org.jspecify.annotations.Nullable;

/** Checks what is said about commands. Pure. */
final class ExecArguments {
    private static final ImmutableMap<String, OutputMode> OUTPUT =
            ImmutableMap.of("both", OutputMode.BOTH, "stream", OutputMode.STREAM, "collect", OutputMode.COLLECT);
    private static final ImmutableMap<String, OutputEncoding> ENCODING =
            ImmutableMap.of("utf-8", OutputEncoding.UTF_8, "base64", OutputEncoding.BASE64);
    private static final ImmutableMap<String, WhenBusy> ON_BUSY =
            ImmutableMap.of("queue", WhenBusy.QUEUE, "reject", WhenBusy.REJECT);
    private static final int MAX_PORT = 65_535;

    private ExecArguments() {}

    static ExecRequest exec(@Nullable ExecParams given, String freshId, Limits limits) throws InvalidArgumentException {
        ExecParams params = Fields.required("params", given);
        String stdin = params.stdin();
        long cap = Fields.range(
                "outputBytesCap", params.outputBytesCap(), 0, limits.maxOutputCapBytes(), limits.outputCapBytes());
        return new ExecRequest(
                params.execId() == null ? freshId : Fields.id("execId", params.execId()),
                TextRules.forShell("command", Fields.required("command", params.command())),
                Fields.folder("cwd", params.cwd()),
                Fields.environment("env", params.env()),
                stdin == null ? null : TextRules.bytes("stdin", stdin),
                isTrue(params.openStdin()),
                isTrue(params.tty()),
                terminalSize(params),
                Fields.duration("timeoutMs", params.timeoutMs()),
                Fields.duration("idleTimeoutMs", params.idleTimeoutMs()),
                isTrue(params.background()),
                Fields.choice("output", params.output(), outputOf(params), OUTPUT),
                isTrue(params.mergeStderr()),
                (int) cap,
                Fields.choice("encoding", params.encoding(), OutputEncoding.UTF_8, ENCODING),
                Fields.choice("onBusy", params.onBusy(), WhenBusy.QUEUE, ON_BUSY));
    }

    /** What has come as partial results is not to come again in the result, as LSP has it. */
    private static OutputMode outputOf(ExecParams params) {
        return params.partialResultToken() == null ? OutputMode.BOTH : OutputMode.STREAM;
    }

    private static @Nullable TerminalSize terminalSize(ExecParams params) throws InvalidArgumentException {
        if (isTrue(params.tty())) {
            if (params.stdin() != null) {
                throw new InvalidArgumentException(
                        "stdin is not for tty, where input is typed: use sandbox/exec/write or sandbox/session/input");
            }
            if (isTrue(params.background())) {
                throw new InvalidArgumentException("tty is not for background, since a job does not own the terminal");
            }
        } else if (params.size() != null) {
            throw new InvalidArgumentException("size is only for tty");
        }
        return params.size() == null ? null : SessionArguments.size(params.size());
    }

    static byte[] input(ExecWriteParams params) throws InvalidArgumentException {
        boolean isEmpty = params.text() == null && params.dataBase64() == null;
        if (isEmpty && !isTrue(params.closeStdin())) {
            throw new InvalidArgumentException("text is required, or dataBase64, or closeStdin");
        }
        return isEmpty ? new byte[0] : Fields.textOrBase64(params.text(), params.dataBase64());
    }

    static String signal(@Nullable String name) throws InvalidArgumentException {
        if (name == null) {
            return SignalNames.TERMINATE;
        }
        return SignalNames.fullName(name)
                .orElseThrow(() ->
                        new InvalidArgumentException("signal must be a name such as SIGTERM, got \"" + name + "\""));
    }

    static WaitCondition condition(@Nullable WaitCondition given) throws InvalidArgumentException {
        WaitCondition until = Fields.required("until", given);
        int asked = (isTrue(until.exit()) ? 1 : 0) + (until.log() == null ? 0 : 1) + (until.port() == null ? 0 : 1);
        if (asked != 1) {
            throw new InvalidArgumentException("until must have exactly one of exit: true, log and port");
        }
        Integer port = until.port();
        if (port != null && (port < 1 || port > MAX_PORT)) {
            throw new InvalidArgumentException("until.port must be between 1 and " + MAX_PORT + ", got " + port);
        }
        return until;
    }

    static boolean isTrue(@Nullable Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }
}
