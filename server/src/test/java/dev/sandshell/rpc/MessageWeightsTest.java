package dev.sandshell.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.junit.jupiter.api.Test;

/** Nothing that a client makes long can wait for it unweighed. */
final class MessageWeightsTest {
    @Test
    void anErrorWeighsWhatItSaysAndTheIdThatItAnswers() {
        var unknown = RpcErrors.methodNotFound("m".repeat(1_000));
        assertThat(MessageWeights.of(MalformedMessages.response(Either.forLeft("i".repeat(500)), unknown)))
                .isEqualTo(MessageWeights.ENVELOPE + "unknown method ".length() + 1_000 + 500);
        assertThat(MessageWeights.of(MalformedMessages.response(null, RpcErrors.parseError("no"))))
                .isEqualTo(MessageWeights.ENVELOPE + 2);
    }
}
