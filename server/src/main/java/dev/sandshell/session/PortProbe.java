package dev.sandshell.session;

import java.util.function.Consumer;

/** Tells whether something listens on a port; a port of this package, since it needs the network. */
@FunctionalInterface
public interface PortProbe {
    /** Must not block; answers on any thread. */
    void isOpen(String host, int port, Consumer<Boolean> answer);
}
