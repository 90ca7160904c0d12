package dev.sandshell.intellij.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Looks again and again what the UI thread does, and remembers where code of ours had it wait for something. */
final class UiThreadWatch implements AutoCloseable {
    private static final long PAUSE_NS = 5_000_000;

    private static final String OURS = "dev.sandshell.";
    private static final String TESTS = "dev.sandshell.intellij.platform.";

    /** What waits for something else to happen, and not just for its turn. */
    private static final Set<String> WAITING = Set.of(
            "java.lang.Object.wait",
            "java.lang.Thread.sleep",
            "java.lang.Process.waitFor",
            "java.lang.ProcessImpl.waitFor",
            "java.lang.ProcessBuilder.start",
            "java.io.FileOutputStream.writeBytes",
            "java.util.concurrent.CompletableFuture.get",
            "java.util.concurrent.CompletableFuture.join",
            "java.util.concurrent.FutureTask.get",
            "java.util.concurrent.CountDownLatch.await",
            "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject.await",
            "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject.awaitNanos",
            "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject.awaitUninterruptibly");

    private final List<String> found = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::run, "watches the UI thread");
    private volatile boolean isClosed;

    UiThreadWatch() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Where it waited, one after the other. */
    List<String> found() {
        return found;
    }

    private void run() {
        Thread ui = Waiting.onUi(Thread::currentThread);
        while (!isClosed) {
            String wait = waitOf(ui.getStackTrace());
            if (wait != null) {
                found.add(wait);
            }
            LockSupport.parkNanos(PAUSE_NS);
        }
    }

    /** Where code of ours waits, if that is what a thread does; what tests put into the platform's place may. */
    static @Nullable String waitOf(StackTraceElement[] stack) {
        for (int i = 0; i < stack.length; i++) {
            if (stack[i].getClassName().startsWith(OURS)) {
                boolean isPlugin = !stack[i].getClassName().startsWith(TESTS);
                return isPlugin
                                && Arrays.stream(stack, 0, i).anyMatch(UiThreadWatch::isWaiting)
                                && Arrays.stream(stack, 0, i).noneMatch(UiThreadWatch::isToolkits)
                        ? Arrays.toString(stack)
                        : null;
            }
        }
        return null;
    }

    private static boolean isWaiting(StackTraceElement frame) {
        return WAITING.contains(frame.getClassName() + "." + frame.getMethodName());
    }

    /** That is how Swing has its own pictures loaded, and how who posts an event lets another finish with that. */
    private static boolean isToolkits(StackTraceElement frame) {
        return frame.getClassName().equals("java.awt.MediaTracker")
                || frame.getClassName().equals("sun.awt.PostEventQueue");
    }

    @Override
    public void close() {
        isClosed = true;
    }
}
