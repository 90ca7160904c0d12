package dev.sandshell.conformance;

import dev.sandshell.policy.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts the servers and clients of a test, ends them after it, and fails it where anything is left: a process, a FIFO or
 * folder, a thread, an uncaught exception. Register it in a static field.
 */
final class LeavesNothingBehind implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    private static final List<String> THREADS =
            List.of("event-loop", "rpc-", "history", "session-log", "session-store");

    /** Three of them are what a shell has to report in, also on a busy machine, amid a flood, and in a JVM that is cold. */
    private static final Duration QUICK_STEP = Duration.ofMillis(600);

    private final String mark = "SANDSHELL_TEST_RUN=" + UUID.randomUUID();
    private final List<WireClient> clients = new ArrayList<>();
    private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    private Leftovers leftovers = new Leftovers(Path.of("/nonexistent"), mark);
    private Path scratch = Path.of("/nonexistent");
    private Path state = Path.of("/nonexistent");
    private Deadline deadline = new Deadline();
    private Thread.UncaughtExceptionHandler handlerBefore = (thread, e) -> {};

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        leftovers = new Leftovers(Files.createTempDirectory("sandshell-test-").toRealPath(), mark);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        deadline = new Deadline();
        scratch = Files.createTempDirectory("sandshell-scratch-").toRealPath();
        state = Files.createTempDirectory("sandshell-state-").toRealPath();
        uncaught.clear();
        Thread.UncaughtExceptionHandler known = Thread.getDefaultUncaughtExceptionHandler();
        handlerBefore = known == null ? (thread, e) -> e.printStackTrace() : known;
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> uncaught.add(e));
    }

    Deadline deadline() {
        return deadline;
    }

    /** An empty folder of this test. */
    Path scratch() {
        return scratch;
    }

    /** Where the servers of this test keep what outlives them. */
    Path stateFolder() {
        return state;
    }

    Path runtimeFolder() {
        return leftovers.runtimeFolder();
    }

    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("SANDSHELL_RUNTIME_DIR", leftovers.runtimeFolder().toString());
        environment.put("SANDSHELL_STATE_DIR", state.toString());
        environment.put("SANDSHELL_TEST_RUN", mark.substring(mark.indexOf('=') + 1));
        return environment;
    }

    /** A client of a fresh server in this process, which does not wait long between the ways to stop a command. */
    WireClient inProcess() throws IOException {
        return inProcess(Limits.defaults().withEscalationStep(QUICK_STEP));
    }

    /** A server whose shells are driven in this way; see the variable {@code SANDSHELL_CHANNEL}. */
    WireClient inProcess(Limits limits, String channel) throws IOException {
        return client(InProcessServer.start(limits, environment(channel)));
    }

    WireClient inProcess(String channel) throws IOException {
        return inProcess(Limits.defaults().withEscalationStep(QUICK_STEP), channel);
    }

    private Map<String, String> environment(String channel) {
        Map<String, String> environment = environment();
        if (!channel.isEmpty()) {
            environment.put("SANDSHELL_CHANNEL", channel);
        }
        return environment;
    }

    WireClient inProcess(Limits limits) throws IOException {
        return client(InProcessServer.start(limits, environment()));
    }

    /** A client of a server in this process that is meant for many, begins with the sessions of the one before, and leaves
     * its own. */
    WireClient inSharedProcess(Limits limits) throws IOException {
        return client(InProcessServer.startShared(limits, environment()));
    }

    WireClient inSharedProcess() throws IOException {
        return inSharedProcess(Limits.defaults().withEscalationStep(QUICK_STEP));
    }

    /** The same as a process of its own. */
    JarServer startKeeping() throws IOException {
        return JarServer.startClass(environment(), KeepingServer.class);
    }

    /** One more client of a server in this process. */
    WireClient joining(WireClient first) throws IOException {
        return client(((InProcessServer) first.server()).another());
    }

    /** A client of a fresh server process. */
    WireClient jar() throws IOException {
        return client(startJar(List.of(), List.of()));
    }

    /** The same with its shells driven in this way, or as ever where that is empty. */
    WireClient jar(String channel) throws IOException {
        return client(JarServer.start(environment(channel), List.of(), List.of(), List.of()));
    }

    JarServer startJar(List<String> javaOptions, List<String> arguments) throws IOException {
        return JarServer.start(environment(), List.of(), javaOptions, arguments);
    }

    /** A server process that another command starts, as its last words say. */
    JarServer startJarThrough(List<String> before) throws IOException {
        return JarServer.start(environment(), before, List.of(), List.of());
    }

    WireClient client(ServerUnderTest server) {
        WireClient client = new WireClient(server, deadline);
        clients.add(client);
        return client;
    }

    // ---- afterwards

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        Set<Long> shells = new HashSet<>();
        List<String> complaints = new ArrayList<>();
        for (WireClient client : clients) {
            client.close();
            shells.addAll(client.invariants().shells());
            String stderr = client.server().stderr();
            if (stderr.contains("SEVERE") || stderr.contains("Exception in thread")) {
                complaints.add("the server's stderr:\n" + Visible.tail(stderr));
            }
        }
        clients.clear();
        awaitThreads(complaints);
        awaitProcesses(shells, complaints);
        // Whatever removes them has ended by now.
        leftovers.files().forEach(path -> complaints.add("file " + path));
        Thread.setDefaultUncaughtExceptionHandler(handlerBefore);
        uncaught.forEach(e -> complaints.add("uncaught: " + e));
        deleteTree(scratch);
        deleteTree(state);
        if (!complaints.isEmpty()) {
            AssertionError error = new AssertionError("left behind:\n" + String.join("\n", complaints));
            uncaught.forEach(error::addSuppressed);
            throw error;
        }
    }

    private void awaitThreads(List<String> complaints) throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (THREADS.stream().anyMatch(thread.getName()::startsWith)) {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline.remainingNanos())));
                if (thread.isAlive()) {
                    complaints.add("thread " + thread.getName() + "\n" + Deadline.threadDump());
                }
            }
        }
    }

    private void awaitProcesses(Set<Long> shells, List<String> complaints) throws InterruptedException {
        List<Long> left = leftovers.processes(shells);
        while (!left.isEmpty() && !deadline.isOver()) {
            awaitEnd(left.get(0));
            left = leftovers.processes(shells);
        }
        for (long pid : left) {
            complaints.add("process " + Leftovers.describe(pid));
            if (pid != ProcessHandle.current().pid()) {
                // So that the tests after this one can be judged by themselves.
                ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            }
        }
    }

    private static void awaitEnd(long pid) throws InterruptedException {
        try {
            if (pid != ProcessHandle.current().pid() && ProcessHandle.of(pid).isPresent()) {
                ProcessHandle.of(pid).orElseThrow().onExit().get(100, TimeUnit.MILLISECONDS);
            }
        } catch (TimeoutException | ExecutionException | java.util.NoSuchElementException e) {
            // Looked at again by the caller.
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        deleteTree(leftovers.runtimeFolder());
    }

    private static void deleteTree(Path root) throws IOException {
        try (var all = Files.walk(root)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
