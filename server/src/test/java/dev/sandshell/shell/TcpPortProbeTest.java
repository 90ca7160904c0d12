package dev.sandshell.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A port is open where something listens, in whichever of the two worlds. */
final class TcpPortProbeTest {
    private static boolean isOpen(String host, int port) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        new TcpPortProbe(Runnable::run).isOpen(host, port, answer::complete);
        return answer.join();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void whatListensIsSeenAndOnlyAsLongAsItDoes(String host) throws IOException {
        int port;
        try (ServerSocket listening = listen(host)) {
            port = listening.getLocalPort();
            assertThat(isOpen(host, port)).isTrue();
        }
        assertThat(isOpen(host, port)).isFalse();
    }

    @Test
    void aNameIsAllOfItsAddresses() throws IOException {
        for (InetAddress address : InetAddress.getAllByName("localhost")) {
            try (ServerSocket listening = new ServerSocket(0, 1, address)) {
                assertThat(isOpen("localhost", listening.getLocalPort()))
                        .as("%s", address)
                        .isTrue();
            }
        }
    }

    @Test
    void aNameThatIsNotKnownIsNoPort() {
        assertThat(isOpen("x".repeat(300), 80)).isFalse();
    }

    private static ServerSocket listen(String host) throws IOException {
        InetAddress address = InetAddress.getByName(host);
        try {
            return new ServerSocket(0, 1, address);
        } catch (IOException e) {
            assumeTrue(!(address instanceof Inet6Address), "this machine has no IPv6");
            throw e;
        }
    }
}
