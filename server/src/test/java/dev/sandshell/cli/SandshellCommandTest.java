package dev.sandshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.protocol.HistoryEntry;
import dev.sandshell.protocol.SessionHistoryParams;
import dev.sandshell.protocol.SessionHistoryResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What words on a command line lead to, without what they start. */
class SandshellCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<ServeOptions> served = new ArrayList<>();
    private final List<SessionHistoryParams> asked = new ArrayList<>();
    private final List<List<HistoryEntry>> answers = new ArrayList<>();

    private final Services services = new Services() {
        @Override
        public String version() {
            return "1.2.3";
        }

        @Override
        public InputStream stdin() {
            return InputStream.nullInputStream();
        }

        @Override
        public OutputStream stdout() {
            return out;
        }

        @Override
        public OutputStream stderr() {
            return err;
        }

        @Override
        public boolean isStderrTerminal() {
            return false;
        }

        @Override
        public Daemon daemon() {
            throw new AssertionError("nothing here needs it");
        }

        @Override
        public OwnTerminal ownTerminal() throws IOException {
            throw new IOException("no terminal here");
        }

        @Override
        public int serve(ServeOptions options) {
            served.add(options);
            return 7;
        }

        @Override
        public ServerLink startServer(boolean forTyping) throws IOException {
            throw new IOException("no server here");
        }

        @Override
        public boolean asksForQuietShells() {
            return false;
        }

        @Override
        public SessionHistoryResult history(SessionHistoryParams params) {
            asked.add(params);
            return new SessionHistoryResult(answers.isEmpty() ? List.of() : answers.remove(0));
        }

        @Override
        public String tryTerminal() {
            return "";
        }

        @Override
        public RuntimePlace tryRuntimeFolder() {
            return new RuntimePlace("", true);
        }
    };

    private int run(String line) {
        return SandshellCommand.run(services, line.isEmpty() ? new String[0] : line.split(" "));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "serve --stdio"})
    void servesOnStdioWhereNothingElseIsSaid(String line) {
        assertThat(run(line)).isEqualTo(7);
        assertThat(served).containsExactly(ServeOptions.plain(false));
    }

    @ParameterizedTest
    @CsvSource({"serve --shared,", "serve --shared --stdio,", "serve --stdio --shared --idle-timeout=2s,PT2S"})
    void hasTheDaemonServe(String line, @Nullable Duration idleTimeout) {
        assertThat(run(line)).isEqualTo(7);
        assertThat(served).containsExactly(new ServeOptions(null, null, null, null, true, idleTimeout));
    }

    @Test
    void servesAsItIsTold() {
        assertThat(run("serve --pipe=/p --clientProcessId 12 --log-file=/l")).isEqualTo(7);
        assertThat(run("serve --socket=4000")).isEqualTo(7);
        assertThat(run("serve --port 4000")).isEqualTo(7);
        assertThat(served)
                .containsExactly(
                        new ServeOptions("/p", null, 12, "/l", false, null),
                        new ServeOptions(null, 4000, null, null, false, null),
                        new ServeOptions(null, 4000, null, null, false, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nosuch                       | Unmatched argument at index 0: 'nosuch'                       | sandshell
            exec                         | Missing required parameter: 'COMMAND'                         | sandshell exec
            exec --nosuch=1 true         | Unknown option: '--nosuch=1'                                  | sandshell exec
            exec --env                   | Missing required parameter for option '--env' (NAME=VALUE)    | sandshell exec
            exec --env=A true            | Value for option option '--env' (NAME=VALUE) should be in KEY=VALUE format but was A | sandshell exec
            exec --timeout=soon true     | Invalid value for option '--timeout': must be a number with ms| sandshell exec
            serve --socket=0             | Invalid value for option '--socket': must be a number from 1 to 65535, got "0" | sandshell serve
            serve --socket=70000         | must be a number from 1 to 65535, got "70000"                   | sandshell serve
            serve --clientProcessId=x    | must be a positive number, got "x"                            | sandshell serve
            serve --pipe=/p --socket=1   | are mutually exclusive                                        | sandshell serve
            serve --shared --pipe=/p     | --shared is for standard input and output                     | sandshell serve
            daemon stop now              | Unmatched argument at index 2: 'now'                          | sandshell daemon
            daemon stopp                 | ACTION must be start, status, stop, restart or run, got "stopp" | sandshell daemon
            daemon --idle-timeout=1      | must be a number with ms, s, m or h behind it                 | sandshell daemon
            serve more                   | Unmatched argument at index 1: 'more'                         | sandshell serve
            schema more                  | Unmatched argument at index 1: 'more'                         | sandshell schema
            history --limit=0            | Invalid value for option '--limit': must be a positive number, got "0" | sandshell history
            doctor --jsn                 | Unknown option: '--jsn'                                       | sandshell doctor
            """)
    void mistakesAreNamed(String line, String complaint, String command) {
        assertThat(run(line)).isEqualTo(2);
        assertThat(err()).startsWith("sandshell: ").contains(complaint).endsWith("\nTry: " + command + " --help\n");
        assertThat(out()).isEmpty();
        assertThat(served).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help"})
    void helpNamesTheCommands(String line) {
        assertThat(run(line)).isZero();
        assertThat(out()).contains("Usage: sandshell ", "exec ", "serve ", "history ", "doctor ", "schema ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exec --help", "help exec", "exec --json -h"})
    void aCommandHasHelpOfItsOwn(String line) {
        assertThat(run(line)).isZero();
        assertThat(out()).contains("Usage: sandshell exec ", "--timeout=TIME", "128+N");
    }

    @Test
    void noWordsAtAllAreAMistakeThatIsHelpedWith() {
        assertThat(run("")).isEqualTo(2);
        assertThat(err()).contains("Usage: sandshell ");
    }

    @Test
    void theVersionIsSaid() {
        assertThat(run("--version")).isZero();
        assertThat(out()).isEqualTo("sandshell 1.2.3\n");
    }

    private static HistoryEntry entry(int id, String command, @Nullable Integer exitCode) {
        return new HistoryEntry(Integer.toString(id), "s", command, "/tmp", exitCode, 0, 5);
    }

    @Test
    void historyPrintsTheNewestLast() {
        answers.add(List.of(
                entry(12, "echo a\necho b\u001b[2J", null), entry(11, "false", 1), entry(9, "echo \"it's\"", 0)));
        assertThat(run("history")).isZero();
        assertThat(asked)
                .containsExactly(
                        new SessionHistoryParams(null, null, 100, null), new SessionHistoryParams(null, null, 97, "9"));
        assertThat(out().replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d", "TIME"))
                .isEqualTo("""
                    9  TIME       echo "it's"
                   11  TIME    1  false
                   12  TIME    ?  echo a
                                                 echo b^[[2J
                """);
    }

    @Test
    void historyIsAskedForWhatIsLookedFor() {
        answers.add(List.of(entry(2, "b", null), entry(1, "a", 0)));
        assertThat(run("history --limit 2 --session=s --json one two")).isZero();
        assertThat(asked).containsExactly(new SessionHistoryParams("s", "one two", 2, null));
        assertThat(out()).isEqualTo("""
                {"id":"1","sessionId":"s","command":"a","cwd":"/tmp","exitCode":0,"startedAtMs":0,"durationMs":5}
                {"id":"2","sessionId":"s","command":"b","cwd":"/tmp","exitCode":null,"startedAtMs":0,"durationMs":5}
                """);
    }

    @Test
    void aLongHistoryIsAskedForInPagesAndHeldOneAtATime() {
        answers.add(List.of(entry(5, "e", 0), entry(4, "d", 0)));
        answers.add(List.of(entry(3, "c", 0)));
        answers.add(List.of(entry(2, "b", 0), entry(1, "a", 0)));
        answers.add(List.of());
        // On the way back.
        answers.add(List.of(entry(2, "b", 0), entry(1, "a", 0)));
        answers.add(List.of(entry(3, "c", 0)));
        assertThat(run("history --limit 1500")).isZero();
        assertThat(asked)
                .containsExactly(
                        new SessionHistoryParams(null, null, 1_000, null),
                        new SessionHistoryParams(null, null, 1_000, "4"),
                        new SessionHistoryParams(null, null, 1_000, "3"),
                        new SessionHistoryParams(null, null, 1_000, "1"),
                        new SessionHistoryParams(null, null, 2, "3"),
                        new SessionHistoryParams(null, null, 1, "4"));
        assertThat(out().lines().map(line -> line.strip().substring(0, 1))).containsExactly("1", "2", "3", "4", "5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exec @file", "exec -- -x", "exec --env=A=--json true"})
    void whatLooksLikeAnOptionCanBeACommandOrAValue(String line) {
        assertThat(run(line)).isEqualTo(125);
        assertThat(err()).isEqualTo("sandshell: no server here\n");
    }
}
