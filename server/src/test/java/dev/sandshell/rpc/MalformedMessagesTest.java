package dev.sandshell.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.GsonBuilder;
import dev.sandshell.protocol.SandboxServer;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read is answered to whom it came from, in the words of the protocol. */
final class MalformedMessagesTest {
    private final MessageJsonHandler json = new MessageJsonHandler(
            ServiceEndpoints.getSupportedMethods(SandboxServer.class), GsonBuilder::disableHtmlEscaping);

    /** What the real parser makes of it, in one line. */
    private String answerTo(String body) {
        Throwable failure = new IllegalArgumentException("null");
        try {
            json.parseMessage(body);
        } catch (RuntimeException e) {
            failure = e;
        }
        ResponseMessage answer = MalformedMessages.answer(body, failure);
        return answer == null
                ? "no answer"
                : answer.getId() + ": " + answer.getError().getCode() + " "
                        + answer.getError().getMessage();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{a:1}",
                "{\"a\":'b'}",
                "{} {}",
                "{\"a\":}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"x\""
            })
    void whatIsNoJsonIsSaidToBeNone(String body) {
        assertThat(answerTo(body)).isEqualTo("null: -32700 the message is not valid JSON");
    }

    @Test
    void aNestingThatIsTooDeepIsNoJson() {
        assertThat(answerTo("[".repeat(200_000))).isEqualTo("null: -32700 the message is not valid JSON");
    }

    @Test
    void aBatchIsRefusedAsOne() {
        assertThat(answerTo("[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"shutdown\"}]"))
                .isEqualTo("null: -32600 batches are not part of LSP; send the messages one by one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"text\"", "null", "true"})
    void aMessageIsAnObject(String body) {
        assertThat(answerTo(body)).isEqualTo("null: -32600 a message must be a JSON object");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"no\"}}",
                "{\"jsonrpc\":\"2.0\",\"id\":{},\"result\":1}",
                "{\"jsonrpc\":\"2.0\",\"result\":{}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":7}"
            })
    void anAnswerIsNeverAnswered(String body) {
        assertThat(answerTo(body)).isEqualTo("no answer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "99999999999", "{}", "[]", "true", "null"})
    void anIdThatCannotBeAnsweredIsRefused(String id) {
        assertThat(answerTo("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"sandbox/exec\"}"))
                .isEqualTo("null: -32600 id must be a string or a 32-bit integer");
    }

    @Test
    void aRequestNeedsAMethod() {
        assertThat(answerTo("{\"jsonrpc\":\"2.0\"}")).isEqualTo("null: -32600 method is required");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"timeoutMs\":\"soon\"} | timeoutMs must be a number, got a string",
                "{\"timeoutMs\":{}} | timeoutMs must be an integer of at most 64 bits, got an object",
                "{\"command\":{}} | command must be a string, got an object",
                "{\"command\":[]} | command must be a string, got an array",
                "{\"background\":1} | background must be a boolean, got a number",
                "{\"env\":\"A=1\"} | env must be an object, got a string",
                "{\"env\":{\"A\":\"1\",\"B.C\":null,\"D\":[]}} | env.D must be a string, got an array"
            })
    void aFieldOfTheWrongKindIsNamedWithItsRule(String params, String message) {
        assertThat(answerTo("{\"jsonrpc\":\"2.0\",\"id\":\"7\",\"method\":\"sandbox/exec\",\"params\":" + params + "}"))
                .isEqualTo("7: -32602 " + message);
    }

    @Test
    void aNotificationGetsNoAnswer() {
        assertThat(answerTo("{\"jsonrpc\":\"2.0\",\"method\":\"sandbox/exec\",\"params\":{\"timeoutMs\":\"soon\"}}"))
                .isEqualTo("no answer");
    }
}
