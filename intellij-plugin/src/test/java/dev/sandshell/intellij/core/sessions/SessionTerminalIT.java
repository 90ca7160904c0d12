package dev.sandshell.intellij.core.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.intellij.core.Deadline;
import dev.sandshell.intellij.core.OurThreads;
import dev.sandshell.intellij.core.TestDaemon;
import dev.sandshell.protocol.ExecResult;
import dev.sandshell.protocol.TerminalSize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A terminal of a session of the packaged server. */
final class SessionTerminalIT {
    private final List<SessionTerminal> terminals = new ArrayList<>();
    private TestDaemon daemon;
    private Deadline deadline;
    private Sessions sessions;
    private SessionView session;

    @BeforeEach
    void start() throws Exception {
        daemon = new TestDaemon();
        deadline = daemon.deadline();
        sessions = daemon.client().sessions();
        session = deadline.await(sessions.ensure(Params.session("a")));
    }

    @AfterEach
    void leavesNothing() throws Exception {
        terminals.forEach(SessionTerminal::close);
        daemon.end();
    }

    private SessionTerminal open() throws Exception {
        SessionTerminal terminal =
                new SessionTerminal("a", sessions, FakeEmulator::new, new SessionTerminal.Listener() {});
        terminals.add(terminal);
        deadline.await(terminal.open());
        return terminal;
    }

    private static <T> T read(SessionTerminal terminal, Function<FakeEmulator, T> look) {
        return terminal.model().read(emulator -> look.apply((FakeEmulator) emulator));
    }

    private void until(SessionTerminal terminal, String what, Predicate<String> fact) throws InterruptedException {
        deadline.until(
                () -> fact.test(read(terminal, FakeEmulator::written)),
                () -> what + " is not shown: " + PlainText.stripEscapes(read(terminal, FakeEmulator::written)));
    }

    private ExecResult exec(String command) throws Exception {
        return deadline.await(sessions.exec(Params.onTerminal("a", command)).result());
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void showsWhatHasBeenAndWhatIsAndTakesKeys() throws Exception {
        exec("echo bef''ore");
        SessionTerminal terminal = open();
        until(terminal, "what was before", text -> text.contains("before\r\n"));
        for (String key : List.of("e", "c", "h", "o", " ", "t", "y", "''", "ped", "\r")) {
            terminal.type(key);
        }
        until(terminal, "what was typed", text -> text.contains("typed\r\n"));
        assertThat(count(read(terminal, FakeEmulator::written), "before\r\n")).isEqualTo(1);
        assertThat(read(terminal, FakeEmulator::threads)).containsExactly("terminal-a");
    }

    @Test
    void givesTheSessionItsSize() throws Exception {
        SessionTerminal terminal = open();
        terminal.resize(new TerminalSize(33, 101));
        deadline.until(() -> session.session().size().cols() == 101, () -> "the session has another size");
        assertThat(exec("stty size").stdout()).isEqualTo("33 101\r\n");
        deadline.await(sessions.resize("a", new TerminalSize(10, 20)));
        terminal.fit();
        deadline.until(() -> session.session().size().rows() == 33, () -> "the session has another size");
        assertThat(read(terminal, FakeEmulator::size)).isEqualTo(new TerminalSize(33, 101));
    }

    @Test
    void twoOfOneSessionAreLiveAndTypedInto() throws Exception {
        exec("echo bef''ore");
        SessionTerminal first = open();
        SessionTerminal second = open();
        second.type("echo from the sec''ond\r");
        first.type("echo from the fir''st\r");
        for (SessionTerminal terminal : terminals) {
            until(terminal, "what was before", text -> text.contains("before\r\n"));
            until(terminal, "what was typed", text -> text.contains("second\r\n") && text.contains("first\r\n"));
        }
        second.close();
        first.type("echo aft''er\r");
        until(first, "what is typed then", text -> text.contains("after\r\n"));
        assertThat(count(read(first, FakeEmulator::written), "second\r\n")).isEqualTo(1);
        assertThat(read(second, FakeEmulator::written)).doesNotContain("after\r\n");
    }

    @Test
    void ofTwoTheLastThatWasGivenASizeGivesItAndAnswers() throws Exception {
        SessionTerminal first = open();
        SessionTerminal second = open();
        first.resize(new TerminalSize(20, 90));
        second.resize(new TerminalSize(30, 70));
        assertThat(exec("stty size").stdout()).isEqualTo("30 70\r\n");
        first.fit();
        assertThat(exec("stty size").stdout()).isEqualTo("20 90\r\n");
        assertThat(exec("stty raw -echo; printf '\\033[5n'; head -c 4 | od -An -c; stty sane; echo")
                        .stdout())
                .contains("033   [   0   n");
        until(second, "the question", text -> text.contains("\033[5n"));
        // Another answer would be at the prompt.
        second.type("\r");
        assertThat(exec("read -t 0 && echo something; echo none''").stdout()).isEqualTo("none\r\n");
    }

    @Test
    void theSlowerOfTwoIsWaitedFor() throws Exception {
        SessionTerminal fast = open();
        SessionTerminal slow = open();
        CountDownLatch hold = new CountDownLatch(1);
        CompletableFuture<Void> holding =
                CompletableFuture.runAsync(() -> slow.model().read(emulator -> {
                    await(hold);
                    return 0;
                }));
        CompletableFuture<ExecResult> result =
                sessions.exec(Params.onTerminal("a", "yes | head -c 2000000")).result();
        until(fast, "a part", text -> text.length() >= 50_000);
        assertThat(result).isNotDone();
        hold.countDown();
        deadline.await(holding);
        assertThat(deadline.await(result).stdoutBytes()).isEqualTo(3_000_000);
        for (SessionTerminal terminal : terminals) {
            until(terminal, "all of it", text -> count(text, "y\r\n") == 1_000_000);
        }
    }

    @Test
    void answersForTheEmulatorButNotToWhatHasBeen() throws Exception {
        String ask = "stty raw -echo; printf '\\033[5n'; head -c 4 | od -An -c; stty sane; echo";
        SessionTerminal terminal = open();
        assertThat(exec(ask).stdout()).contains("033   [   0   n");
        terminal.close();
        SessionTerminal another = open();
        until(another, "what was before", text -> text.contains("\033[5n"));
        exec("echo aft''er");
        until(another, "what comes after", text -> text.contains("after\r\n"));
        // An answer would be at the prompt.
        another.type("\r");
        assertThat(exec("read -t 0 && echo something; echo none''").stdout()).isEqualTo("none\r\n");
    }

    @Test
    void aFloodComesInPiecesAndWaitsForTheScreen() throws Exception {
        SessionTerminal terminal = open();
        CountDownLatch hold = new CountDownLatch(1);
        CompletableFuture<Void> holding =
                CompletableFuture.runAsync(() -> terminal.model().read(emulator -> {
                    await(hold);
                    return 0;
                }));
        CompletableFuture<ExecResult> result =
                sessions.exec(Params.onTerminal("a", "yes | head -c 2000000")).result();
        long[] told = new long[1];
        CompletableFuture<Void> hundred = new CompletableFuture<>();
        sessions.addListener(new SessionsListener() {
            @Override
            public void happened(Happening happening) {
                told[0] += happening.event().bytes();
                if (told[0] >= 100_000) {
                    hundred.complete(null);
                }
            }
        });
        deadline.await(hundred);
        assertThat(result).isNotDone();
        hold.countDown();
        deadline.await(holding);
        assertThat(deadline.await(result).stdoutBytes()).isEqualTo(3_000_000);
        until(terminal, "all of it", text -> text.length() >= 3_000_000);
        assertThat(count(read(terminal, FakeEmulator::written), "y\r\n")).isEqualTo(1_000_000);
        assertThat(read(terminal, FakeEmulator::longest)).isLessThanOrEqualTo(16 * 1024);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aTerminalThatIsClosedHoldsNobodyUp() throws Exception {
        SessionTerminal terminal = open();
        CountDownLatch hold = new CountDownLatch(1);
        CompletableFuture<Void> holding =
                CompletableFuture.runAsync(() -> terminal.model().read(emulator -> {
                    await(hold);
                    return 0;
                }));
        CompletableFuture<ExecResult> result =
                sessions.exec(Params.onTerminal("a", "yes | head -c 2000000")).result();
        terminal.close();
        hold.countDown();
        deadline.await(holding);
        assertThat(deadline.await(result).stdoutBytes()).isEqualTo(3_000_000);
        deadline.until(() -> !OurThreads.all().contains("terminal-a"), () -> "its thread is there");
    }

    @Test
    void saysThatTheServerIsGoneAndGoesOnWhereItWas() throws Exception {
        SessionTerminal terminal = open();
        CompletableFuture<ExecResult> broken = sessions.exec(Params.onTerminal(
                        "a", "for i in $(seq 200); do echo line $i; sleep 0.01; done; echo the e''nd"))
                .result();
        until(terminal, "a line", text -> text.contains("line 20\r\n"));
        daemon.relays().forEach(ProcessHandle::destroyForcibly);
        until(terminal, "the end", text -> text.contains("the end\r\n"));
        String written = read(terminal, FakeEmulator::written);
        assertThat(written).contains("\033[33mSandshell: the server is gone: it ended with exit code 137\033[39m\r\n");
        for (int i = 1; i <= 200; i++) {
            assertThat(count(written, "line " + i + "\r\n")).as("line %s", i).isEqualTo(1);
        }
        assertThat(broken).isCompletedExceptionally();
        terminal.type("echo ag''ain\r");
        until(terminal, "what was typed", text -> text.contains("again\r\n"));
    }

    @Test
    void showsTheSessionOfTheNextDaemon() throws Exception {
        SessionTerminal terminal = open();
        for (int i = 0; i < 20; i++) {
            exec("echo X");
        }
        daemon.process().destroyForcibly();
        until(terminal, "that the server is gone", text -> text.contains("the server is gone"));
        exec("echo anew");
        until(terminal, "what the next one shows", text -> text.contains("anew\r\n"));
    }

    @Test
    void tellsThatTheSessionIsOver() throws Exception {
        CompletableFuture<String> ended = new CompletableFuture<>();
        SessionTerminal terminal =
                new SessionTerminal("a", sessions, FakeEmulator::new, new SessionTerminal.Listener() {
                    @Override
                    public void ended() {
                        ended.complete(Thread.currentThread().getName());
                    }
                });
        terminals.add(terminal);
        deadline.await(terminal.open());
        deadline.await(sessions.delete("a"));
        assertThat(deadline.await(ended)).isEqualTo("terminal-a");
        SessionTerminal late = new SessionTerminal("a", sessions, FakeEmulator::new, new SessionTerminal.Listener() {});
        terminals.add(late);
        assertThat(late.open()).failsWithin(Duration.ofSeconds(60));
        until(late, "why", text -> text.contains("\033[33mSandshell: There is no session a any more."));
    }
}
