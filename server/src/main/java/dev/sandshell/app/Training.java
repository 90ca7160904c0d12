package dev.sandshell.app;

import dev.sandshell.cli.SandshellCommand;
import dev.sandshell.cli.ServeOptions;
import dev.sandshell.policy.Limits;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * The program that the build runs to learn which classes a start needs: {@code exec}, {@code serve} and {@code history} as
 * they are used, with what they print thrown away. See src/build/prepare-start.sh.
 */
public final class Training {
    private static final String SESSION = """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"capabilities":{"window":\
            {"workDoneProgress":true},"experimental":{"sandbox":{"protocolVersion":"1.0"}}}}}
            {"jsonrpc":"2.0","method":"initialized","params":{}}
            {"jsonrpc":"2.0","id":2,"method":"sandbox/session/create","params":{"sessionId":"a","env":{"A":"b"}}}
            {"jsonrpc":"2.0","id":"x","method":"sandbox/exec","params":{"sessionId":"a","command":"echo out; echo err >&2",\
            "workDoneToken":1,"timeoutMs":60000,"env":{"B":"c"},"cwd":"/"}}
            {"jsonrpc":"2.0","id":3,"method":"sandbox/exec","params":{"command":"cat","openStdin":true,"execId":"c"}}
            {"jsonrpc":"2.0","id":4,"method":"sandbox/exec/write","params":{"execId":"nosuch","text":"a"}}
            {"jsonrpc":"2.0","id":5,"method":"sandbox/exec","params":{"command":"sleep 60","execId":"d"}}
            {"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":5}}
            {"jsonrpc":"2.0","id":6,"method":"sandbox/session/list","params":{}}
            """;

    private static final String INPUT = """
            {"jsonrpc":"2.0","id":7,"method":"sandbox/exec/write","params":{"execId":"c","text":"hello"}}
            {"jsonrpc":"2.0","id":8,"method":"sandbox/exec/interrupt","params":{"execId":"c"}}
            """;

    private static final String END = """
            {"jsonrpc":"2.0","id":9,"method":"shutdown"}
            {"jsonrpc":"2.0","method":"exit"}
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Training() {}

    public static void main(String[] arguments) throws IOException {
        endAtLast();
        Map<String, String> environment = System.getenv();
        StdioGuard nothing = new StdioGuard(
                new ByteArrayInputStream("input\n".getBytes(StandardCharsets.UTF_8)),
                OutputStream.nullOutputStream(),
                System.err);
        CommandServices services = new CommandServices(nothing, environment);
        // The archive only holds what was loaded.
        System.err.println("training for " + Main.class);
        int failures =
                SandshellCommand.run(services, "exec", "-i", "--timeout=60s", "cd /; echo out; echo err >&2", "cat")
                        + SandshellCommand.run(services, "exec", "--json", "true")
                        + SandshellCommand.run(services, "history", "--limit=3", "echo");
        failures += serve(environment);
        System.exit(failures);
    }

    /** A build must not wait for ever for what it can do without. */
    private static void endAtLast() {
        Thread watchdog = new Thread(
                () -> {
                    long start = System.nanoTime();
                    while (System.nanoTime() - start < PATIENCE.toNanos()) {
                        LockSupport.parkNanos(PATIENCE.toNanos());
                    }
                    Runtime.getRuntime().halt(1);
                },
                "watchdog");
        watchdog.setDaemon(true);
        watchdog.start();
    }

    /** Plays a client; the end is not sent before the last command has been answered. */
    private static int serve(Map<String, String> environment) throws IOException {
        Pipe requests = Pipe.open();
        Pipe answers = Pipe.open();
        Thread client = new Thread(() -> play(requests, answers), "training-client");
        client.setDaemon(true);
        client.start();
        StdioGuard stdio = new StdioGuard(
                Channels.newInputStream(requests.source()), Channels.newOutputStream(answers.sink()), System.err);
        return new Serving(stdio, Limits.defaults(), environment)
                .run(new ServeOptions(null, null, null, null, false, null));
    }

    private static void play(Pipe requests, Pipe answers) {
        try (OutputStream out = Channels.newOutputStream(requests.sink())) {
            InputStream in = Channels.newInputStream(answers.source());
            send(out, SESSION);
            await(in, "\"execId\":\"c\",\"command\":\"cat\"");
            send(out, INPUT);
            await(in, "\"id\":3,");
            send(out, END);
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("the training broke off: " + e);
        }
    }

    private static void await(InputStream in, String text) throws IOException {
        StringBuilder seen = new StringBuilder();
        while (seen.indexOf(text) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException(text + " did not come");
            }
            seen.append((char) next);
        }
    }

    private static void send(OutputStream out, String lines) throws IOException {
        for (String message : lines.lines().toList()) {
            byte[] body = message.getBytes(StandardCharsets.UTF_8);
            out.write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(body);
        }
        out.flush();
    }
}
