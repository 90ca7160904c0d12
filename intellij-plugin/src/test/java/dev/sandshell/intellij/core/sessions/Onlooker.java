package dev.sandshell.intellij.core.sessions;

import dev.sandshell.intellij.core.Deadline;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** Keeps what sessions tell, and waits for some of it. */
final class Onlooker implements SessionsListener {
    final List<SessionEvent> events = new CopyOnWriteArrayList<>();
    final List<String> lost = new CopyOnWriteArrayList<>();
    private final Deadline deadline;
    private int lists;
    private long bytes;

    Onlooker(Sessions sessions, Deadline deadline) {
        this.deadline = deadline;
        sessions.addListener(this);
    }

    /** Looks anew whenever something is told. */
    synchronized void until(String what, BooleanSupplier fact) throws InterruptedException {
        while (!fact.getAsBoolean()) {
            if (deadline.isOver()) {
                throw new AssertionError(what + " did not happen; told: " + events + ", lost " + lost);
            }
            wait(Math.max(1, deadline.remainingNanos() / 1_000_000));
        }
    }

    synchronized int lists() {
        return lists;
    }

    /** How much output has been told. */
    synchronized long bytes() {
        return bytes;
    }

    @Override
    public synchronized void changed(SessionView view) {
        notifyAll();
    }

    @Override
    public synchronized void happened(Happening happening) {
        events.add(happening.event());
        bytes += happening.event().bytes();
        notifyAll();
    }

    @Override
    public synchronized void listed() {
        lists++;
        notifyAll();
    }

    @Override
    public synchronized void lost(String reason, boolean isFinal) {
        lost.add(reason + (isFinal ? ", for good" : ""));
        notifyAll();
    }
}
