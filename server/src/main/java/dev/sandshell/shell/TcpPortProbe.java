package dev.sandshell.shell;

import dev.sandshell.session.PortProbe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
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
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                // A name can stand for addresses of both kinds, of which a program may serve one.
                if (connects(address, port)) {
                    return true;
                }
            }
            return false;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean connects(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), TIMEOUT_MS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
