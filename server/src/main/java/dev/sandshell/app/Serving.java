package dev.sandshell.app;

import dev.sandshell.cli.ServeOptions;
import dev.sandshell.policy.Limits;
import dev.sandshell.posix.PromptWriter;
import dev.sandshell.posix.SocketStreams;
import dev.sandshell.rpc.PromptOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code serve}: one client, on stdio or on a socket that it listens on, until it is done or gone. */
final class Serving {
    private record Streams(
            InputStream in, OutputStream out, @Nullable PromptOutput prompt) {}

    private final StdioGuard stdio;
    private final Limits limits;
    private final Map<String, String> environment;

    Serving(StdioGuard stdio, Limits limits, Map<String, String> environment) {
        this.stdio = stdio;
        this.limits = limits;
        this.environment = environment;
    }

    int run(ServeOptions options) throws IOException {
        Preload.messages();
        Streams streams = streams(options);
        try (SandshellServer server = SandshellServer.start(limits, environment)) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
            ServedClient client = new ServedClient(server);
            if (options.clientProcessId() != null) {
                client.endWith(options.clientProcessId());
            }
            return client.serve(streams.in(), streams.out(), streams.prompt());
        }
    }

    private Streams streams(ServeOptions options) throws IOException {
        if (options.pipe() != null) {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            channel.connect(UnixDomainSocketAddress.of(options.pipe()));
            SocketStreams streams = new SocketStreams(channel);
            return new Streams(streams.input(), streams.output(), null);
        }
        if (options.port() != null) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), options.port());
            socket.setTcpNoDelay(true);
            return new Streams(socket.getInputStream(), socket.getOutputStream(), null);
        }
        return new Streams(
                stdio.stdin(),
                stdio.stdout(),
                PromptWriter.standardOutput()
                        .<PromptOutput>map(writer -> writer::write)
                        .orElse(null));
    }
}
