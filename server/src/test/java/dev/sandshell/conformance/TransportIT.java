package dev.sandshell.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The sockets that a client can listen on, in place of standard input and output. */
@Timeout(90)
final class TransportIT {
    @RegisterExtension
    static final LeavesNothingBehind HOST = new LeavesNothingBehind();

    private static void talk(DialledServer server) throws Exception {
        Conversation talk = Conversation.begin(HOST.client(server));
        talk.call("sandbox/session/create", "{'sessionId':'a'}");
        talk.exec("a", "echo over a socket", "{'stdout':'over a socket\\n'}");
        talk.answer(talk.ask("shutdown", "null"));
        talk.tell("exit", "null");
        assertThat(server.exitCode(HOST.deadline())).isZero();
    }

    @Test
    void pipe() throws Exception {
        ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listener.bind(UnixDomainSocketAddress.of(HOST.scratch().resolve("client's socket")));
        talk(DialledServer.accept(listener, address -> HOST.startJar(List.of(), List.of("--pipe=" + address))));
    }

    @Test
    void port() throws Exception {
        ServerSocketChannel listener = ServerSocketChannel.open();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        talk(DialledServer.accept(
                listener,
                address -> HOST.startJar(List.of(), List.of("--socket=" + ((InetSocketAddress) address).getPort()))));
    }
}
