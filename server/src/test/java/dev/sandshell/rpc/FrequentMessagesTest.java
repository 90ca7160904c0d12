package dev.sandshell.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.GsonBuilder;
import dev.sandshell.protocol.ExecClosedNotification;
import dev.sandshell.protocol.ExecExitedNotification;
import dev.sandshell.protocol.ExecOutputNotification;
import dev.sandshell.protocol.ExecResult;
import dev.sandshell.protocol.ExecStartedNotification;
import dev.sandshell.protocol.ExecWaitResult;
import dev.sandshell.protocol.Methods;
import dev.sandshell.protocol.ProgressNotification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** By hand or by the JSON handler: the same bytes. */
final class FrequentMessagesTest {
    private static final Random RANDOM = new Random(1);

    private final MessageJsonHandler json = new MessageJsonHandler(Map.of(), GsonBuilder::disableHtmlEscaping);
    private final Utf8Buffer buffer = new Utf8Buffer();
    private final FrequentMessages frequent = new FrequentMessages(buffer);

    private static String text() {
        StringBuilder text = new StringBuilder();
        int length = RANDOM.nextInt(40);
        for (int i = 0; i < length; i++) {
            switch (RANDOM.nextInt(6)) {
                case 0 -> text.append((char) RANDOM.nextInt(0x20));
                case 1 -> text.append("\"\\/\u007f<&'".charAt(RANDOM.nextInt(7)));
                case 2 -> text.appendCodePoint(0x1f300 + RANDOM.nextInt(0x300));
                case 3 -> text.append((char) (0x2100 + RANDOM.nextInt(0x1000)));
                default -> text.append((char) (0x20 + RANDOM.nextInt(0x5f)));
            }
        }
        return text.toString();
    }

    private static @Nullable String maybe() {
        return RANDOM.nextBoolean() ? null : text();
    }

    private static @Nullable String maybeBase64() {
        return RANDOM.nextBoolean() ? null : "QUJD+/==";
    }

    private static boolean flag() {
        return RANDOM.nextBoolean();
    }

    private static long number() {
        return RANDOM.nextLong() >> RANDOM.nextInt(64);
    }

    private static @Nullable Integer code() {
        return flag() ? null : Integer.valueOf(RANDOM.nextInt(256));
    }

    private static NotificationMessage notice(String method, Object params) {
        NotificationMessage message = new NotificationMessage();
        message.setMethod(method);
        message.setParams(params);
        return message;
    }

    private static ExecOutputNotification output() {
        return new ExecOutputNotification(
                text(), maybe(), number(), "stdout", number(), maybe(), maybeBase64(), maybe());
    }

    private static ExecResult result() {
        return new ExecResult(
                text(),
                text(),
                code(),
                maybe(),
                flag(),
                flag(),
                flag(),
                maybe(),
                maybe(),
                maybeBase64(),
                maybeBase64(),
                number(),
                number(),
                flag(),
                flag(),
                number(),
                number(),
                text());
    }

    private static ResponseMessage answer(Object result) {
        ResponseMessage message = new ResponseMessage();
        message.setRawId(flag() ? Either.forLeft(text()) : Either.forRight(RANDOM.nextInt()));
        message.setResult(result);
        return message;
    }

    private static final Stream<Supplier<Message>> KINDS = Stream.of(
            () -> notice(Methods.EXEC_OUTPUT, output()),
            () -> notice(
                    Methods.EXEC_STARTED,
                    new ExecStartedNotification(text(), text(), text(), text(), number(), flag(), number(), maybe())),
            () -> notice(
                    Methods.EXEC_EXITED,
                    new ExecExitedNotification(
                            text(), text(), code(), maybe(), flag(), flag(), flag(), number(), number(), number(),
                            number(), text(), number(), maybe())),
            () -> notice(Methods.EXEC_CLOSED, new ExecClosedNotification(text(), text(), number(), maybe())),
            () -> answer(result()));

    static Stream<Message> messages() {
        return KINDS.flatMap(kind -> Stream.generate(kind).limit(100));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void isWhatTheHandlerSays(Message message) {
        assertThat(frequent.encode(message)).isTrue();
        String byHand = new String(buffer.bytes(), 0, buffer.position(), StandardCharsets.UTF_8);
        assertThat(byHand).isEqualTo(json.serialize(message));
    }

    static Stream<Message> others() {
        ResponseMessage refused = new ResponseMessage();
        refused.setId(1);
        refused.setError(new ResponseError(1, "no", result()));
        ResponseMessage odd = answer(result());
        odd.setRawId(Either.forRight(1.5));
        return Stream.of(
                notice(Methods.PROGRESS, new ProgressNotification(Either.forLeft("token"), output())),
                notice(Methods.PROGRESS, output()),
                answer(new ExecWaitResult(true, null, null)),
                refused,
                odd);
    }

    @ParameterizedTest
    @MethodSource("others")
    void othersAreLeftToTheHandler(Message message) {
        assertThat(frequent.encode(message)).isFalse();
        assertThat(buffer.position()).as("nothing is left behind").isZero();
    }

    @Test
    void whatCouldNotBeWrittenAtOnceIsWrittenLater() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FrameWriter frames = new FrameWriter(out, json);
        Message message = notice(Methods.EXEC_CLOSED, new ExecClosedNotification("a", "e", 1, null));
        frames.append(message);
        assertThat(frames.flushPromptly((bytes, length) -> {
                    out.write(bytes, 0, 10);
                    return 10;
                }))
                .isTrue();
        frames.append(message);
        frames.flush();
        String body = json.serialize(message);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(("Content-Length: " + body.length() + "\r\n\r\n" + body).repeat(2));
    }
}
