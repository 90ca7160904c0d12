package dev.sandshell.intellij.core.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandshell.intellij.core.Deadline;
import dev.sandshell.intellij.core.OurThreads;
import dev.sandshell.protocol.SessionListParams;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ServerSupervisorTest {
    private record Lost(String reason, boolean isFinal) {}

    private final Deadline deadline = new Deadline();
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final List<Long> pids = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Lost> losses = new LinkedBlockingQueue<>();
    private final BlockingQueue<Opened> openings = new LinkedBlockingQueue<>();
    private ServerSupervisor supervisor = supervise("serve", 5);

    private ServerSupervisor supervise(String mode, int restarts) {
        RestartBudget budget = new RestartBudget(restarts, Duration.ofMinutes(3), () -> 0);
        ServerSupervisor supervisor = new ServerSupervisor(
                () -> FragileServer.command(mode),
                new ServerLog() {
                    @Override
                    public void info(String line) {}

                    @Override
                    public void warn(String line) {}

                    @Override
                    public void server(String line) {
                        logged.add(line);
                    }
                },
                budget);
        supervisor.addListener(new ServerListener() {
            @Override
            public void opened(Opened opened) {
                pids.add(Long.parseLong(opened.server().serverInfo().version()));
                openings.add(opened);
            }

            @Override
            public void lost(String reason, boolean isFinal) {
                losses.add(new Lost(reason, isFinal));
            }
        });
        return supervisor;
    }

    @AfterEach
    void leavesNothing() throws Exception {
        supervisor.close();
        deadline.await(supervisor.closed());
        assertThat(pids).noneMatch(pid -> ProcessHandle.of(pid).isPresent());
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .isEmpty();
        OurThreads.awaitEnd(deadline);
    }

    private <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        assertThat(next).isNotNull();
        return next;
    }

    private void crash(Opened opened) {
        assertThatThrownBy(() ->
                        deadline.await(opened.connection().ask(server -> server.listSessions(new SessionListParams()))))
                .hasRootCauseInstanceOf(SandboxException.class);
    }

    @Test
    void startsOneServerForAllWhoAskAtOnce() throws Exception {
        CompletableFuture<Opened> one = supervisor.open();
        CompletableFuture<Opened> other = supervisor.open();
        assertThat(deadline.await(one)).isSameAs(deadline.await(other));
        assertThat(supervisor.isOpen()).isTrue();
        assertThat(pids).hasSize(1);
    }

    @Test
    void startsAnotherWhenThatHasEndedAndSaysWhatItLogged() throws Exception {
        Opened first = deadline.await(supervisor.open());
        assertThat(next(openings)).isSameAs(first);
        crash(first);
        assertThat(next(losses)).isEqualTo(new Lost("it ended with exit code 3", false));
        Opened second = next(openings);
        assertThat(second.server().serverInfo().version())
                .isNotEqualTo(first.server().serverInfo().version());
        assertThat(deadline.await(supervisor.open())).isSameAs(second);
        assertThat(logged).containsExactly("it hurts");
    }

    @Test
    void givesUpWhenTheBudgetIsUsedUpUntilSomebodyAsks() throws Exception {
        supervisor = supervise("serve", 1);
        crash(deadline.await(supervisor.open()));
        next(openings);
        next(losses);
        crash(next(openings));
        assertThat(next(losses))
                .isEqualTo(
                        new Lost("it ended with exit code 3, and has been started again 1 times in 3 minutes", true));
        assertThat(supervisor.isOpen()).isFalse();
        assertThat(deadline.await(supervisor.open()).server().serverInfo().name())
                .isEqualTo("fragile");
    }

    @Test
    void saysWhyAServerDoesNotStart() {
        supervisor = supervise("no room", 5);
        assertThatThrownBy(() -> deadline.await(supervisor.open())).hasRootCauseMessage("no room");
    }

    @Test
    void saysHowItEndedWhereItHasNotSaidWhy() {
        supervisor = supervise("end", 5);
        assertThatThrownBy(() -> deadline.await(supervisor.open()))
                .hasRootCauseMessage("The server ended at its start (exit code 7).");
    }

    @Test
    void makesAnotherWhenItIsToldToWithSomethingDoneBetween() throws Exception {
        Opened first = deadline.await(supervisor.open());
        AtomicBoolean isDoneBetween = new AtomicBoolean();
        Opened second = deadline.await(supervisor.restart(() -> {
            isDoneBetween.set(ProcessHandle.of(pids.get(0)).isEmpty());
            return null;
        }));
        assertThat(second).isNotSameAs(first);
        assertThat(isDoneBetween).isTrue();
        assertThat(losses).isEmpty();
    }

    @Test
    void saysWhatWentWrongBetweenAndStartsWhenItIsAskedAgain() throws Exception {
        deadline.await(supervisor.open());
        assertThatThrownBy(() -> deadline.await(supervisor.restart(() -> {
                    throw new IllegalStateException("of the test");
                })))
                .hasRootCauseMessage("of the test");
        deadline.await(supervisor.open());
        assertThat(pids).hasSize(2);
    }

    @Test
    void isClosedWhileItStarts() {
        supervisor = supervise("hang", 5);
        CompletableFuture<Opened> opening = supervisor.open();
        supervisor.close();
        assertThatThrownBy(() -> deadline.await(opening)).hasRootCauseInstanceOf(SandboxException.class);
    }

    @Test
    void isRestartedWhileItHangs() throws Exception {
        supervisor = supervise("hang", 5);
        CompletableFuture<Opened> opening = supervisor.open();
        deadline.until(() -> ProcessHandle.current().children().findAny().isPresent(), () -> "it was not started");
        CompletableFuture<Opened> again = supervisor.restart(() -> {
            throw new IllegalStateException("reached");
        });
        assertThatThrownBy(() -> deadline.await(again)).hasRootCauseMessage("reached");
        assertThatThrownBy(() -> deadline.await(opening)).hasRootCauseInstanceOf(SandboxException.class);
    }

    @Test
    void startsNothingOnceItIsClosed() throws Exception {
        deadline.await(supervisor.open());
        supervisor.close();
        assertThatThrownBy(() -> deadline.await(supervisor.open())).hasMessageContaining("shut down");
    }
}
