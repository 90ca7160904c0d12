package dev.sandshell.session;

import com.google.common.base.Ticker;
import com.google.common.collect.ImmutableMap;
import dev.sandshell.concurrent.ManualScheduler;
import dev.sandshell.policy.HistoryLimits;
import dev.sandshell.policy.Limits;
import dev.sandshell.policy.MemoryLimits;
import dev.sandshell.policy.RefusalCode;
import dev.sandshell.policy.RefusedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** A registry over fakes, with one session {@code s} and one client of it, for tests to drive step by step. */
final class SessionScene {
    static final Duration STEP = Duration.ofSeconds(2);

    /** Why a shell does not start, where a test has it not start. */
    final RefusedException noShell = new RefusedException(RefusalCode.SHELL_START_FAILED, "no shell today");

    final ManualScheduler scheduler = new ManualScheduler();
    final FakeShellBackend backend = new FakeShellBackend();
    final RecordingListener client = new RecordingListener();
    final RecordingLog history = new RecordingLog();
    final RecordingStore store = new RecordingStore();
    final SessionRegistry registry;

    SessionScene() {
        this(limits(4, memory(1_000, 10_000)));
    }

    SessionScene(Limits limits) {
        this(limits, Overflow.NONE);
    }

    SessionScene(Limits limits, Overflow overflow) {
        Clock clock = Clock.fixed(Instant.ofEpochMilli(1_000_000), ZoneOffset.UTC);
        Ticker ticker = new Ticker() {
            @Override
            public long read() {
                return scheduler.nanoTime();
            }
        };
        registry = new SessionRegistry(backend, scheduler, limits, clock, ticker, history, overflow, store);
    }

    static Limits limits(int queuedCalls, MemoryLimits memory) {
        return new Limits(
                3,
                queuedCalls,
                8,
                12,
                1_000,
                10_000,
                1_000,
                STEP,
                Duration.ofSeconds(20),
                Duration.ofMillis(300),
                memory,
                HistoryLimits.defaults());
    }

    /** Bounds of what is kept: of the logs, of the calls and of what they collect. */
    static MemoryLimits memory(long calls, long collected) {
        return new MemoryLimits(1_000, 100_000, 100, collected, calls, 1_000, 2_000, 16);
    }

    /** The session, with its shell still starting. */
    ShellSession create() throws RefusedException {
        ShellSession session = registry.create(SessionSpec.named("s")).session();
        session.attach(client);
        return session;
    }

    /** The session, with its shell ready. */
    ShellSession ready() throws RefusedException {
        ShellSession session = create();
        shell().becomeReady();
        scheduler.run();
        return session;
    }

    FakeShell shell() {
        return backend.last();
    }

    static ExecRequest request(String execId) {
        return new Request(execId).build();
    }

    /** What {@code session} says about a call that has failed. */
    static Throwable failureOf(CompletableFuture<?> future) {
        try {
            throw new AssertionError("it has not failed but answered " + future.getNow(null));
        } catch (CompletionException e) {
            Throwable cause = e.getCause();
            return cause == null ? e : cause;
        }
    }

    /** A request with the one or the other thing that a test is about. */
    static final class Request {
        private final String execId;
        private String command = "true";
        private @Nullable String cwd;
        private byte @Nullable [] stdin;
        private boolean keepsStdinOpen;
        private @Nullable Duration timeout;
        private @Nullable Duration idleTimeout;
        private boolean isBackground;
        private OutputMode output = OutputMode.BOTH;
        private WhenBusy whenBusy = WhenBusy.QUEUE;
        private int cap = 1_000;

        Request(String execId) {
            this.execId = execId;
        }

        Request command(String text) {
            command = text;
            return this;
        }

        Request cwd(String path) {
            cwd = path;
            return this;
        }

        Request stdin(byte[] bytes) {
            stdin = bytes;
            return this;
        }

        Request openStdin() {
            keepsStdinOpen = true;
            return this;
        }

        Request timeout(Duration limit) {
            timeout = limit;
            return this;
        }

        Request idleTimeout(Duration limit) {
            idleTimeout = limit;
            return this;
        }

        Request background() {
            isBackground = true;
            return this;
        }

        Request output(OutputMode mode) {
            output = mode;
            return this;
        }

        Request cap(int bytes) {
            cap = bytes;
            return this;
        }

        Request rejectWhenBusy() {
            whenBusy = WhenBusy.REJECT;
            return this;
        }

        ExecRequest build() {
            return new ExecRequest(
                    execId,
                    command,
                    cwd,
                    ImmutableMap.of(),
                    stdin,
                    keepsStdinOpen,
                    false,
                    null,
                    timeout,
                    idleTimeout,
                    isBackground,
                    output,
                    false,
                    cap,
                    OutputEncoding.UTF_8,
                    whenBusy);
        }
    }
}
