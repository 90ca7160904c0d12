package dev.sandshell.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.concurrent.BoundedOutbox;
import dev.sandshell.session.ExecResult;
import dev.sandshell.session.ExecStatus;
import dev.sandshell.session.ExecView;
import dev.sandshell.session.OutputChunk;
import dev.sandshell.session.OutputEncoding;
import dev.sandshell.session.StreamName;
import dev.sandshell.session.Telling;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What terminals are sent is said where it has to be, from a state that belongs to the event. */
final class TerminalTextsTest {
    private static final ExecStatus GOOD = new ExecStatus(0, null, false, false, false);

    private final TerminalTexts texts = new TerminalTexts(session -> 80);
    private long seq;

    private static ExecView exec(String execId, String command) {
        return new ExecView("s", execId, command, "/", ExecView.Phase.RUNNING, false, GOOD, 0, 0, 1L, null);
    }

    private @Nullable String started(String execId) {
        return texts.started(exec(execId, "x"), ++seq);
    }

    private @Nullable String exited(String execId) {
        ExecResult.Collected nothing = new ExecResult.Collected(new byte[0], 0, 0);
        return texts.exited(
                new ExecResult("s", execId, GOOD, nothing, nothing, OutputEncoding.UTF_8, 0, 1, "/"), ++seq);
    }

    private @Nullable String prints(@Nullable String execId, StreamName stream, String text) {
        return texts.output("s", new OutputChunk(++seq, execId, stream, 0, text.length(), text, null));
    }

    private @Nullable String prints(StreamName stream, int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return texts.output("s", new OutputChunk(++seq, "e", stream, 0, bytes.length, null, bytes));
    }

    @Test
    void whatIsShownAsItIsGoesWithoutSaying() {
        assertThat(prints(null, StreamName.TERMINAL, "\033]133;A\007$ ")).isNull();
        assertThat(started("e")).endsWith("\033]133;C\007");
        assertThat(prints("e", StreamName.STDOUT, "a\nb")).isEqualTo("a\r\nb");
        assertThat(prints("e", StreamName.STDERR, "c")).isNull();
        assertThat(prints("e", StreamName.TERMINAL, "d\r\n")).isNull();
        assertThat(prints(null, StreamName.TERMINAL, "\r\033[K\r"))
                .as("the prompt")
                .isEmpty();
        assertThat(exited("e")).contains("exit 0 in 1 ms");
        assertThat(texts.closed("s", "e", ++seq)).isNull();
    }

    @Test
    void bytesAreDecodedStreamByStream() {
        started("e");
        assertThat(prints(StreamName.STDOUT, 'a', 0xc3)).isEqualTo("a");
        assertThat(prints(StreamName.STDERR, 0xc3)).isEmpty();
        assertThat(prints(StreamName.STDOUT, 0xa9)).isEqualTo("é");
        assertThat(prints(StreamName.STDERR, 0xa8, '\n')).isEqualTo("è\r\n");
        assertThat(prints(StreamName.STDOUT, 0xc3)).isEmpty();
        texts.closed("s", "e", ++seq);
        assertThat(prints(StreamName.STDOUT, 0xa9, '\n')).as("another's").contains("\uFFFD\r\n");
    }

    @Test
    void whatComesAgainBeginsAnew() {
        String opening = started("e");
        prints("e", StreamName.STDOUT, "half a line");
        assertThat(started("f")).isNotEqualTo(opening);
        seq = 0;
        assertThat(started("e")).isEqualTo(opening);
    }

    @Test
    void whatIsForgottenBeginsAnew() {
        String opening = started("e");
        prints("e", StreamName.STDOUT, "half a line");
        texts.forget("s");
        assertThat(started("f")).isEqualTo(opening);
    }

    @Test
    void whatAPersonHasRunIsNotShownTwice() {
        assertThat(started("typed-1")).isNull();
        assertThat(exited("typed-1")).isNull();
    }

    @Test
    void whatWaitsForAClientIsWeighedWithIt() {
        BoundedOutbox<Message> outbox = new BoundedOutbox<>(lane -> {});
        ClientChannel channel = new ClientChannel(outbox, () -> {});
        String command = "x".repeat(60_000);
        channel.started(exec("e", command), 1, Telling.LIVE);
        channel.started(exec("f", command), 2, Telling.LIVE);
        assertThat(channel.isSaturated("s")).isFalse();
        channel.tellTerminals(texts);
        channel.started(exec("g", command), 3, Telling.LIVE);
        assertThat(channel.isSaturated("s")).isTrue();
    }
}
