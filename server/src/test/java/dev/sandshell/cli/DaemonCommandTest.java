package dev.sandshell.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a daemon that is of another version, or cannot be reached. */
@Timeout(30)
final class DaemonCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final FakeDaemon daemon = new FakeDaemon();

    private String say(String... words) {
        Services services = (Services) Proxy.newProxyInstance(
                Services.class.getClassLoader(),
                new Class<?>[] {Services.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "version" -> "1.2.3";
                    case "stdout" -> out;
                    case "stderr" -> OutputStream.nullOutputStream();
                    case "daemon" -> daemon;
                    default -> throw new AssertionError(method);
                });
        out.reset();
        int exitCode = SandshellCommand.run(services, words);
        return exitCode + "\n" + out.toString(UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.2, this is version 1.2.3; 'sandshell daemon restart'",
        "1.10.0, 'this is version 1.2.3, which is earlier: update it, or'"
    })
    void anotherVersionIsSaidWithWhatToDo(String version, String what) {
        daemon.greeting = "'result':{'serverInfo':{'name':'sandshell','version':'" + version + "'},'capabilities':{}}";
        assertThat(say("daemon", "status"))
                .startsWith("0\nthe daemon is running: process 42, version " + version + ", 0 sessions\n")
                .contains(what);
    }

    @Test
    void theSameVersionIsNotSpokenOf() {
        assertThat(say("daemon", "status"))
                .isEqualTo("0\nthe daemon is running: process 42, version 1.2.3, 0 sessions\n");
    }

    @Test
    void oneThatCannotBeSpokenWithIsRenewedByForceOnly() {
        daemon.greeting = refusal("0.9");
        assertThat(say("daemon", "status"))
                .contains("process 42, speaks version 0.9 of the sandbox protocol")
                .contains("\n'sandshell daemon restart --force' has the daemon be this version");
        assertThat(say("daemon", "restart"))
                .startsWith("1\n")
                .contains("cannot be asked what runs; nothing was done")
                .contains("'sandshell daemon restart --force'");
        assertThat(daemon.isRunning).isTrue();
        assertThat(say("daemon", "restart", "--force")).contains("is running");
        assertThat(daemon.starts).isEqualTo(1);
    }

    @Test
    void whoIsBehindALaterOneIsToldToBeUpdated() {
        daemon.greeting = refusal("9.0");
        assertThat(say("daemon", "status")).contains("this program is earlier: update it, or 'sandshell daemon");
    }

    @Test
    void oneThatCannotBeSpokenWithIsEndedAndItsSessionsStay() {
        daemon.greeting = refusal("9.0");
        assertThat(say("daemon", "stop")).startsWith("0\nthe daemon has ended; it could not be spoken with, so");
        assertThat(say("daemon", "stop")).isEqualTo("0\nthe daemon is not running\n");
    }

    private static String refusal(String spoken) {
        return "'error':{'code':-32803,'message':'no','data':{'code':'PROTOCOL_VERSION_UNSUPPORTED','supported':['"
                + spoken + "']}}";
    }

    /** One that answers {@code initialize} as the test has it, and anything else with no sessions. */
    private static final class FakeDaemon implements Daemon {
        String greeting = "'result':{'serverInfo':{'name':'sandshell','version':'1.2.3'},'capabilities':{}}";

        boolean isRunning = true;
        int starts;

        @Override
        public Path start(@Nullable Duration idleTimeout) {
            starts++;
            isRunning = true;
            return socket();
        }

        @Override
        public ServerLink join() {
            return new FakeLink(greeting);
        }

        @Override
        public Optional<ServerLink> joinIfRunning() {
            return isRunning ? Optional.of(join()) : Optional.empty();
        }

        @Override
        public Path socket() {
            return Path.of("/run/daemon.socket");
        }

        @Override
        public OptionalLong process() {
            return isRunning ? OptionalLong.of(42) : OptionalLong.empty();
        }

        @Override
        public boolean stop() {
            boolean wasRunning = isRunning;
            isRunning = false;
            return wasRunning;
        }

        @Override
        public int run(Duration idleTimeout) {
            throw new AssertionError("nobody asks for it");
        }
    }

    /** Answers what is written to it. */
    private static final class FakeLink extends OutputStream implements ServerLink {
        private static final Pattern REQUEST = Pattern.compile("\"id\":\"(\\d+)\",\"method\":\"([^\"]+)\"");

        private final String greeting;
        private final PipedInputStream answers = new PipedInputStream();
        private final PipedOutputStream answering;
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();

        FakeLink(String greeting) {
            this.greeting = greeting;
            try {
                answering = new PipedOutputStream(answers);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void write(int b) {
            written.write(b);
        }

        @Override
        public void flush() throws IOException {
            Matcher request = REQUEST.matcher(written.toString(UTF_8));
            while (request.find()) {
                String outcome =
                        request.group(2).equals("initialize") ? greeting : "'result':{'sessions':[],'execs':[]}";
                byte[] answer = ("{'jsonrpc':'2.0','id':'" + request.group(1) + "'," + outcome + "}")
                        .replace('\'', '"')
                        .getBytes(UTF_8);
                answering.write(("Content-Length: " + answer.length + "\r\n\r\n").getBytes(UTF_8));
                answering.write(answer);
                answering.flush();
            }
            written.reset();
        }

        @Override
        public InputStream input() {
            return answers;
        }

        @Override
        public OutputStream output() {
            return this;
        }

        @Override
        public CompletableFuture<Void> ended() {
            return new CompletableFuture<>();
        }

        @Override
        public void close() {
            try {
                answering.close();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
