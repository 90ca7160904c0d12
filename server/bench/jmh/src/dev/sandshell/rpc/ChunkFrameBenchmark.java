package dev.sandshell.rpc;

import dev.sandshell.protocol.ExecOutputNotification;
import dev.sandshell.protocol.Methods;
import dev.sandshell.protocol.SandboxClient;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One chunk of output, from the notification to the bytes of its frame. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ChunkFrameBenchmark {
    private static final String LINE =
            "The quick brown fox jumps over the lazy dog; 0123456789 The quick brown fox jum\n";

    @Param({"80", "65520"})
    private int characters;

    @Param({"ascii", "mixed"})
    private String kind;

    private FrameWriter frames;
    private NotificationMessage message;

    @Setup
    public void prepare() {
        frames = new FrameWriter(
                OutputStream.nullOutputStream(),
                new MessageJsonHandler(
                        ServiceEndpoints.getSupportedMethods(SandboxClient.class),
                        com.google.gson.GsonBuilder::disableHtmlEscaping));
        String line = kind.equals("ascii") ? LINE : LINE.replace("brown fox", "\u001b[33mbräun\u001b[0m 狐");
        String text = line.repeat(characters / line.length() + 1).substring(0, characters);
        message = new NotificationMessage();
        message.setMethod(Methods.EXEC_OUTPUT);
        message.setParams(new ExecOutputNotification("default", "exec-1", 1, "stdout", 0, text, null, null));
    }

    @Benchmark
    public void write() throws IOException {
        frames.write(message);
    }
}
