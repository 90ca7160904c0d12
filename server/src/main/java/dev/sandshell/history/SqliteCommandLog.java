package dev.sandshell.history;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.sandshell.policy.HistoryLimits;
import dev.sandshell.policy.RefusalCode;
import dev.sandshell.policy.RefusedException;
import dev.sandshell.session.CommandLog;
import dev.sandshell.state.StateFolder;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A command log in the user's state folder. Any thread may call; the database belongs to one thread of this object's own,
 * which begins with the first command or question, so that a start does not pay for it.
 *
 * <p>What waits for that thread is bounded in count and in text: at the bound the oldest command is forgotten, and a
 * question is refused. {@link #close} waits until all has been written, within a limit; afterwards nothing is taken in.
 */
public final class SqliteCommandLog implements CommandLog, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SqliteCommandLog.class.getName());

    /** Waking a thread, and a transaction, cost more than a short command; so commands are written some at a time. */
    private static final Duration GATHERING = Duration.ofMillis(100);

    private record Question(Query query, CompletableFuture<ImmutableList<Entry>> reply) {}

    private record Work(List<FinishedCommand> commands, List<Question> questions) {}

    private final Object lock = new Object();
    private final HistoryLimits limits;
    private final Executor answers;
    private final ThreadFactory threads;
    private final HistoryWriter writer;

    @GuardedBy("lock")
    private final ArrayDeque<FinishedCommand> commands = new ArrayDeque<>();

    @GuardedBy("lock")
    private final ArrayDeque<Question> questions = new ArrayDeque<>();

    @GuardedBy("lock")
    private long waitingChars;

    @GuardedBy("lock")
    private boolean isClosing;

    @GuardedBy("lock")
    private boolean hasForgotten;

    @GuardedBy("lock")
    private @Nullable Thread thread;

    /** A log that completes its answers on {@code answers}. */
    public SqliteCommandLog(
            StateFolder folder, HistoryLimits limits, Clock clock, Executor answers, ThreadFactory threads) {
        this.limits = limits;
        this.answers = answers;
        this.threads = threads;
        writer = new HistoryWriter(new HistoryFile(folder, limits, clock));
    }

    @Override
    public void add(FinishedCommand command) {
        FinishedCommand kept = shortened(command);
        boolean hasJustForgotten = false;
        synchronized (lock) {
            if (isClosing) {
                return;
            }
            boolean isFirst = commands.isEmpty();
            commands.add(kept);
            waitingChars += charsOf(kept);
            while (commands.size() > limits.pendingEntries()
                    || (waitingChars > limits.pendingChars() && commands.size() > 1)) {
                waitingChars -= charsOf(commands.remove());
                hasJustForgotten = !hasForgotten;
                hasForgotten = true;
            }
            if (isFirst || isHalfFull()) {
                begin();
                lock.notifyAll();
            }
        }
        if (hasJustForgotten) {
            LOG.warning("commands end faster than the history is written; it will lack some");
        }
    }

    /** As much of a long text as is kept, and no half character at its end. */
    private FinishedCommand shortened(FinishedCommand command) {
        String text = command.command();
        int length = limits.commandChars();
        if (text.length() <= length) {
            return command;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return new FinishedCommand(
                command.sessionId(),
                text.substring(0, end),
                command.cwd(),
                command.exitCode(),
                command.startedAtMs(),
                command.durationMs());
    }

    private static long charsOf(FinishedCommand command) {
        return command.command().length() + (long) command.cwd().length();
    }

    @Override
    public CompletableFuture<ImmutableList<Entry>> find(Query query) {
        CompletableFuture<ImmutableList<Entry>> reply = new CompletableFuture<>();
        synchronized (lock) {
            if (isClosing) {
                reply.complete(ImmutableList.of());
            } else if (questions.size() >= limits.pendingReads()) {
                reply.completeExceptionally(new RefusedException(
                        RefusalCode.QUEUE_FULL,
                        "too many questions about the history wait for an answer; ask again later"));
            } else {
                questions.add(new Question(query, reply));
                begin();
                lock.notifyAll();
            }
        }
        return reply;
    }

    @GuardedBy("lock")
    private void begin() {
        if (thread == null) {
            thread = threads.newThread(this::run);
            thread.start();
        }
    }

    @GuardedBy("lock")
    private boolean isHalfFull() {
        return commands.size() >= limits.pendingEntries() / 2 || waitingChars >= limits.pendingChars() / 2;
    }

    /** Ends it once all has been written, or the patience is over. Idempotent. */
    public void close(Duration patience) {
        Thread ending;
        synchronized (lock) {
            isClosing = true;
            lock.notifyAll();
            ending = thread;
        }
        if (ending == null) {
            return;
        }
        try {
            ending.join(Math.max(1, patience.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (ending.isAlive()) {
            LOG.warning("the history was not written to its end in time");
        }
    }

    @Override
    public void close() {
        close(Duration.ofSeconds(5));
    }

    // ---- its thread

    private void run() {
        Work work = null;
        try (writer) {
            while ((work = take()) != null) {
                writer.add(work.commands());
                for (Question question : work.questions()) {
                    ImmutableList<Entry> found = writer.find(question.query());
                    answers.execute(() -> question.reply().complete(found));
                }
            }
        } catch (InterruptedException e) {
            // Nobody interrupts it but a JVM that ends.
            Thread.currentThread().interrupt();
        } catch (RuntimeException | LinkageError e) {
            LOG.log(Level.SEVERE, "the history has broken off", e);
            abandon(work);
        }
    }

    /** What there is to do, once there is something; null at the end. */
    private @Nullable Work take() throws InterruptedException {
        synchronized (lock) {
            while (commands.isEmpty() && questions.isEmpty() && !isClosing) {
                lock.wait();
            }
            long end = System.nanoTime() + GATHERING.toNanos();
            long rest = GATHERING.toMillis();
            while (rest > 0 && questions.isEmpty() && !isClosing && !isHalfFull()) {
                lock.wait(rest);
                rest = (end - System.nanoTime()) / 1_000_000;
            }
            if (commands.isEmpty() && questions.isEmpty()) {
                return null;
            }
            Work work = new Work(new ArrayList<>(commands), new ArrayList<>(questions));
            commands.clear();
            waitingChars = 0;
            questions.clear();
            return work;
        }
    }

    /** Nobody shall wait for what does not come. */
    private void abandon(@Nullable Work brokenOff) {
        List<Question> open = new ArrayList<>(brokenOff == null ? List.of() : brokenOff.questions());
        synchronized (lock) {
            isClosing = true;
            open.addAll(questions);
            questions.clear();
            commands.clear();
        }
        answers.execute(() -> open.forEach(question -> question.reply().complete(ImmutableList.of())));
    }
}
