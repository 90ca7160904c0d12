package dev.sandshell.shell;

import dev.sandshell.session.PortProbe;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Tries to connect. Any thread may call; the connecting is done by a worker. */
public final class TcpPortProbe implements PortProbe {
    private static final int TIMEOUT_MS = 500;

    private final Executor workers;

    public TcpPortProbe(Executor workers) {
        this.workers = workers;
    }

    @Override
    public void isOpen(String host, int port, Consumer<Boolean> answer) {
        workers.execute(() -> answer.accept(connects(host, port)));
    }

    private static boolean connects(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), TIMEOUT_MS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
