package dev.sandshell.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Who waits for something of one command: output, its end, its last byte. Confined to the session's scheduler. */
final class ExecObservers {
    /** Told of what it waits for, until it is removed. */
    interface Observer {
        default void chunk(OutputChunk chunk) {}

        default void exited() {}

        default void closed() {}
    }

    private final List<Observer> observers = new ArrayList<>();

    void add(Observer observer) {
        observers.add(observer);
    }

    void remove(Observer observer) {
        observers.remove(observer);
    }

    int size() {
        return observers.size();
    }

    void chunk(OutputChunk chunk) {
        if (!observers.isEmpty()) {
            each(observer -> observer.chunk(chunk));
        }
    }

    void exited() {
        each(Observer::exited);
    }

    void closed() {
        each(Observer::closed);
    }

    private void each(Consumer<Observer> action) {
        // Over a copy, since an observer removes itself once it has what it wants.
        List.copyOf(observers).forEach(action);
    }
}
