package dev.sandshell.intellij.core;

import java.util.List;

/** The threads of the plug-in that there are now, by their names. */
public final class OurThreads {
    private OurThreads() {}

    public static List<String> all() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("sandshell-") || name.startsWith("terminal-"))
                .sorted()
                .toList();
    }

    public static void awaitEnd(Deadline deadline) throws InterruptedException {
        deadline.until(() -> all().isEmpty(), () -> "threads are left: " + all());
    }
}
