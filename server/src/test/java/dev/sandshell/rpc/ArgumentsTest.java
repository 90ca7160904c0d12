package dev.sandshell.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import com.google.gson.Gson;
import dev.sandshell.policy.InvalidArgumentException;
import dev.sandshell.policy.Limits;
import dev.sandshell.protocol.ExecParams;
import dev.sandshell.protocol.ExecWriteParams;
import dev.sandshell.protocol.SessionCreateParams;
import dev.sandshell.protocol.WaitCondition;
import dev.sandshell.session.ExecRequest;
import dev.sandshell.session.OutputEncoding;
import dev.sandshell.session.OutputMode;
import dev.sandshell.session.SessionSpec;
import dev.sandshell.session.TerminalSize;
import dev.sandshell.session.WhenBusy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client asks for becomes what the sessions understand, or a sentence that names the field and the rule. */
final class ArgumentsTest {
    private static final Gson GSON = new Gson().newBuilder().serializeNulls().create();

    private static ExecRequest exec(String json) throws InvalidArgumentException {
        return ExecArguments.exec(GSON.fromJson(json, ExecParams.class), "fresh", Limits.defaults());
    }

    private static SessionSpec session(String json) throws InvalidArgumentException {
        return SessionArguments.create(GSON.fromJson(json, SessionCreateParams.class), "fresh");
    }

    // ---- commands

    @Test
    void aCommandAloneGetsTheDefaults() throws InvalidArgumentException {
        assertThat(exec("{\"command\":\"ls\"}"))
                .isEqualTo(new ExecRequest(
                        "fresh",
                        "ls",
                        null,
                        ImmutableMap.of(),
                        null,
                        false,
                        false,
                        null,
                        null,
                        null,
                        false,
                        OutputMode.BOTH,
                        false,
                        1 << 20,
                        OutputEncoding.UTF_8,
                        WhenBusy.QUEUE));
    }

    @Test
    void everythingThatIsSaidIsTaken() throws InvalidArgumentException {
        assertThat(exec("""
                        {"command": "cat", "execId": "e1", "cwd": "/tmp", "env": {"A": "1", "B": null}, "stdin": "é",
                         "openStdin": true, "timeoutMs": 1000, "idleTimeoutMs": 500, "background": true,
                         "output": "collect", "mergeStderr": true, "outputBytesCap": 0, "encoding": "base64",
                         "onBusy": "reject"}
                        """))
                .usingRecursiveComparison()
                .isEqualTo(new ExecRequest(
                        "e1",
                        "cat",
                        "/tmp",
                        ImmutableMap.of("A", Optional.of("1"), "B", Optional.empty()),
                        "é".getBytes(StandardCharsets.UTF_8),
                        true,
                        false,
                        null,
                        Duration.ofSeconds(1),
                        Duration.ofMillis(500),
                        true,
                        OutputMode.COLLECT,
                        true,
                        0,
                        OutputEncoding.BASE64,
                        WhenBusy.REJECT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "null | params is required",
                "{} | command is required",
                "{'command':'a\\u0000b'} | command must not contain a NUL character",
                "{'command':'x','execId':''} | execId must have 1 to 200 characters, got 0",
                "{'command':'x','execId':'a\\nb'} | execId must not contain control characters",
                "{'command':'x','cwd':'tmp'} | cwd must be an absolute path, got \"tmp\"",
                "{'command':'x','cwd':'/\\u0000'} | cwd must not contain a NUL character",
                "{'command':'x','timeoutMs':0} | timeoutMs must be between 1 and 31536000000 milliseconds, got 0",
                "{'command':'x','timeoutMs':-1} | timeoutMs must be between 1 and 31536000000 milliseconds, got -1",
                "{'command':'x','idleTimeoutMs':31536000001} "
                        + "| idleTimeoutMs must be between 1 and 31536000000 milliseconds, got 31536000001",
                "{'command':'x','output':'none'} | output must be one of both, stream, collect, got \"none\"",
                "{'command':'x','encoding':'latin1'} | encoding must be one of utf-8, base64, got \"latin1\"",
                "{'command':'x','onBusy':'wait'} | onBusy must be one of queue, reject, got \"wait\"",
                "{'command':'x','outputBytesCap':-1} | outputBytesCap must be between 0 and 16777216, got -1",
                "{'command':'x','outputBytesCap':67108865} "
                        + "| outputBytesCap must be between 0 and 16777216, got 67108865",
                "{'command':'x','env':{'1A':'x'}} | env: \"1A\" is not a valid name: "
                        + "letters, digits and underscores, not beginning with a digit",
                "{'command':'x','env':{'':'x'}} | env: \"\" is not a valid name: "
                        + "letters, digits and underscores, not beginning with a digit",
                "{'command':'x','env':{'A=B':'x'}} | env: \"A=B\" is not a valid name: "
                        + "letters, digits and underscores, not beginning with a digit",
                "{'command':'x','env':{'A':'\\u0000'}} | env.A must not contain a NUL character"
            })
    void aCommandThatBreaksARuleIsToldWhichOne(String json, String message) {
        assertThatThrownBy(() -> exec(json.replace('\'', '"')))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessage(message);
    }

    // ---- sessions

    @Test
    void aSessionThatSaysNothingGetsTheDefaults() throws InvalidArgumentException {
        assertThat(session("null")).isEqualTo(SessionSpec.named("fresh"));
        assertThat(session("{}")).isEqualTo(SessionSpec.named("fresh"));
    }

    @Test
    void everythingThatIsSaidOfASessionIsTaken() throws InvalidArgumentException {
        assertThat(session("""
                        {"sessionId": "s1", "name": "build", "cwd": "/tmp", "env": {"A": null}, "shell": "/bin/sh",
                         "startup": "user", "size": {"rows": 50, "cols": 132}, "commandTimeoutMs": 60000, "history": "off"}
                        """))
                .isEqualTo(new SessionSpec(
                        "s1",
                        "build",
                        "/tmp",
                        ImmutableMap.of("A", Optional.empty()),
                        "/bin/sh",
                        true,
                        new TerminalSize(50, 132),
                        Duration.ofMinutes(1),
                        false,
                        null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'sessionId':''} | sessionId must have 1 to 200 characters, got 0",
                "{'name':'a\\tb'} | name must not contain control characters",
                "{'shell':''} | shell must have 1 to 200 characters, got 0",
                "{'cwd':'.'} | cwd must be an absolute path, got \".\"",
                "{'history':'no'} | history must be one of on, off, got \"no\"",
                "{'startup':'login'} | startup must be one of clean, user, got \"login\"",
                "{'size':{'rows':24}} | size.cols is required",
                "{'size':{'rows':0,'cols':80}} | size.rows must be between 1 and 4096, got 0",
                "{'size':{'rows':24,'cols':4097}} | size.cols must be between 1 and 4096, got 4097",
                "{'commandTimeoutMs':0} " + "| commandTimeoutMs must be between 1 and 31536000000 milliseconds, got 0"
            })
    void aSessionThatBreaksARuleIsToldWhichOne(String json, String message) {
        assertThatThrownBy(() -> session(json.replace('\'', '"')))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessage(message);
    }

    // ---- input, signals, waits

    @Test
    void inputIsTextOrBytesOrItsEnd() throws InvalidArgumentException {
        assertThat(ExecArguments.input(new ExecWriteParams("e", "é", null, null)))
                .isEqualTo("é".getBytes(StandardCharsets.UTF_8));
        assertThat(ExecArguments.input(new ExecWriteParams("e", null, "AP8=", null)))
                .containsExactly(0, 0xff);
        assertThat(ExecArguments.input(new ExecWriteParams("e", null, null, true)))
                .isEmpty();
    }

    @Test
    void inputThatIsNothingOrBothOrBrokenIsRefused() {
        assertThatThrownBy(() -> ExecArguments.input(new ExecWriteParams("e", null, null, false)))
                .hasMessage("text is required, or dataBase64, or closeStdin");
        assertThatThrownBy(() -> ExecArguments.input(new ExecWriteParams("e", "a", "YQ==", null)))
                .hasMessage("text and dataBase64 exclude each other");
        assertThatThrownBy(() -> ExecArguments.input(new ExecWriteParams("e", null, "%", null)))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("dataBase64 must be base64: ");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"term", "TERM", "SIGTERM"})
    void aSignalIsNamedInAnyWayAndIsSigtermByItself(@Nullable String name) throws InvalidArgumentException {
        assertThat(ExecArguments.signal(name)).isEqualTo("SIGTERM");
    }

    @Test
    void aSignalThatIsNoneIsRefused() {
        assertThatThrownBy(() -> ExecArguments.signal("9"))
                .hasMessage("signal must be a name such as SIGTERM, got \"9\"");
    }

    @Test
    void aWaitIsForExactlyOneThing() throws InvalidArgumentException {
        WaitCondition port = new WaitCondition(null, null, 8080, null);
        assertThat(ExecArguments.condition(port)).isSameAs(port);
        assertThatThrownBy(() -> ExecArguments.condition(null)).hasMessage("until is required");
        assertThatThrownBy(() -> ExecArguments.condition(new WaitCondition(false, null, null, null)))
                .hasMessage("until must have exactly one of exit: true, log and port");
        assertThatThrownBy(() -> ExecArguments.condition(new WaitCondition(true, "x", null, null)))
                .hasMessage("until must have exactly one of exit: true, log and port");
        assertThatThrownBy(() -> ExecArguments.condition(new WaitCondition(null, null, 0, null)))
                .hasMessage("until.port must be between 1 and 65535, got 0");
        assertThatThrownBy(() -> PatternRules.compile("until.log", "("))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("until.log must be a regular expression: ");
        assertThatThrownBy(() -> PatternRules.compile("until.log", "x".repeat(1_001)))
                .hasMessage("until.log must have at most 1000 characters, got 1001");
        assertThatThrownBy(() -> PatternRules.compile("until.log", "(a{1000}){1000}"))
                .hasMessage(
                        "until.log must have at most 500 steps, of which each character is one, as often as it is repeated");
    }
}
