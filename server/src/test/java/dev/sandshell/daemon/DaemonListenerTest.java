package dev.sandshell.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DaemonListenerTest {
    private static final Duration SOON = Duration.ofMillis(1);

    @TempDir
    private Path folder;

    private final BlockingQueue<SocketChannel> taken = new ArrayBlockingQueue<>(10);
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    @AfterEach
    void closeClients() throws IOException {
        for (SocketChannel channel : taken) {
            channel.close();
        }
    }

    private void run(DaemonListener listener) {
        Thread thread = new Thread(
                () -> {
                    try {
                        listener.run();
                        ended.complete(null);
                    } catch (IOException e) {
                        ended.completeExceptionally(e);
                    }
                },
                "listener-under-test");
        thread.setDaemon(true);
        thread.start();
    }

    @Test
    void withNobodyThereItEnds() throws IOException {
        DaemonPlace place = new DaemonPlace(folder);
        DaemonListener listener = new DaemonListener(place, SOON, SOON, () -> false, taken::add);
        assertThat(Files.getPosixFilePermissions(place.socket()))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        run(listener);
        ended.join();
        assertThat(DaemonConnector.connectIfRunning(place)).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whileItIsNeededItStays() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        run(new DaemonListener(new DaemonPlace(folder), SOON, SOON, () -> asked.incrementAndGet() < 5, taken::add));
        ended.join();
        assertThat(asked).hasValue(5);
    }

    @Test
    void aClientHoldsItUntilItHasLeft() throws Exception {
        DaemonPlace place = new DaemonPlace(folder);
        AtomicInteger asked = new AtomicInteger();
        DaemonListener listener = new DaemonListener(
                place,
                Duration.ofDays(1),
                SOON,
                () -> {
                    asked.incrementAndGet();
                    return false;
                },
                taken::add);
        SocketChannel client = DaemonConnector.connectIfRunning(place).orElseThrow();
        run(listener);
        SocketChannel channel = taken.poll(20, TimeUnit.SECONDS);
        assertThat(channel).isNotNull();
        assertThat(asked).hasValue(0);
        channel.close();
        client.close();
        listener.left();
        ended.join();
    }

    /** Somebody connects in the very moment at which it has decided to end. */
    @Test
    void whoComesAtTheLastMomentIsTakenIn() throws Exception {
        DaemonPlace place = new DaemonPlace(folder);
        List<SocketChannel> clients = new CopyOnWriteArrayList<>();
        CompletableFuture<Boolean> isFoundAgain = new CompletableFuture<>();
        DaemonListener listener = new DaemonListener(
                place,
                SOON,
                SOON,
                () -> {
                    boolean isFirst = clients.isEmpty();
                    clients.addAll(connection(place).stream().toList());
                    if (!isFirst) {
                        isFoundAgain.complete(clients.size() > 1);
                    }
                    return !isFirst;
                },
                taken::add);
        run(listener);
        assertThat(taken.poll(20, TimeUnit.SECONDS)).isNotNull();
        listener.left();
        // It goes on, and is where it was.
        assertThat(isFoundAgain.join()).isTrue();
        for (SocketChannel client : clients) {
            client.close();
        }
        listener.close();
        ended.join();
    }

    private static Optional<SocketChannel> connection(DaemonPlace place) {
        try {
            return DaemonConnector.connectIfRunning(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who has connected before is served, and then it ends like any other. */
    @Test
    void whereSomebodyRemovesItsSocketItEndsInOrder() throws Exception {
        DaemonPlace place = new DaemonPlace(folder);
        List<SocketChannel> clients = new CopyOnWriteArrayList<>();
        DaemonListener listener = new DaemonListener(
                place,
                SOON,
                SOON,
                () -> {
                    if (clients.isEmpty()) {
                        clients.addAll(connection(place).stream().toList());
                        assertThat(place.socket().toFile().delete()).isTrue();
                    }
                    return false;
                },
                taken::add);
        run(listener);
        assertThat(taken.poll(20, TimeUnit.SECONDS)).isNotNull();
        listener.left();
        ended.join();
        assertThat(folder).isEmptyDirectory();
        for (SocketChannel client : clients) {
            client.close();
        }
    }

    @Test
    void whatADeadOneHasLeftIsReplaced() throws IOException {
        DaemonPlace place = new DaemonPlace(folder);
        Files.createFile(place.socket());
        DaemonListener listener = new DaemonListener(place, SOON, SOON, () -> false, taken::add);
        DaemonConnector.connectIfRunning(place).orElseThrow().close();
        listener.close();
    }

    @Test
    void somebodyElseIsTurnedAway() throws IOException {
        DaemonPlace place = new DaemonPlace(folder);
        UserPrincipal other =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        DaemonListener listener = new DaemonListener(place, SOON, SOON, () -> false, taken::add);
        SocketChannel client = DaemonConnector.connectIfRunning(place).orElseThrow();
        assertThatThrownBy(() -> new PeerCheck(other).require(client))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not of nobody");
        PeerCheck.ofThisUser().require(client);
        client.close();
        listener.close();
    }
}
