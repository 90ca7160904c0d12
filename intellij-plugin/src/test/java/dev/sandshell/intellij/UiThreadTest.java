package dev.sandshell.intellij;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.sandshell.intellij.core.concurrent.UiThreadGuard;
import java.awt.EventQueue;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing of ours waits on the UI thread: whatever can wait says so to {@link UiThreadGuard}, which fails there. */
final class UiThreadTest {
    /** What waits for something else, by who has it; nothing of it takes a lock, which nobody here holds for long. */
    private static final Map<String, Set<String>> WAITING = Map.ofEntries(
            entry("java.util.concurrent.CompletableFuture", Set.of("get", "join")),
            entry("java.util.concurrent.Future", Set.of("get")),
            entry("java.util.concurrent.FutureTask", Set.of("get")),
            entry("java.util.concurrent.CountDownLatch", Set.of("await")),
            entry("java.util.concurrent.Semaphore", Set.of("acquire", "acquireUninterruptibly")),
            entry("java.util.concurrent.BlockingQueue", Set.of("take", "put")),
            entry("java.util.concurrent.ExecutorService", Set.of("awaitTermination", "invokeAll", "invokeAny")),
            entry("java.util.concurrent.locks.Condition", Set.of("await", "awaitNanos", "awaitUninterruptibly")),
            entry("java.util.concurrent.locks.LockSupport", Set.of("park", "parkNanos")),
            entry("java.lang.Object", Set.of("wait")),
            entry("java.lang.Thread", Set.of("join", "sleep")),
            entry("java.lang.Process", Set.of("waitFor")),
            entry("java.lang.ProcessBuilder", Set.of("start")),
            entry("java.io.InputStream", Set.of("read", "readAllBytes", "readNBytes")),
            entry("java.io.BufferedReader", Set.of("read", "readLine")),
            entry("java.io.OutputStream", Set.of("write", "flush", "close")),
            entry("java.awt.EventQueue", Set.of("invokeAndWait")),
            entry("javax.swing.SwingUtilities", Set.of("invokeAndWait")),
            entry("com.intellij.openapi.application.Application", Set.of("invokeAndWait")),
            entry("org.eclipse.lsp4j.jsonrpc.Launcher", Set.of("getRemoteProxy", "getRemoteEndpoint")),
            entry("org.eclipse.lsp4j.jsonrpc.JsonRpcRequestFuture", Set.of("cancelRequest")));

    /** What waits on a thread of its own, where no other code gets to. */
    private static final Set<String> OWN_THREAD = Set.of(
            "dev.sandshell.intellij.core.concurrent.SerialExecutor.next",
            "dev.sandshell.intellij.core.server.CommandLine.read");

    @Test
    void whatWaitsSaysSo() {
        Set<String> silent = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.sandshell.intellij")) {
            for (JavaCodeUnit method : type.getCodeUnits()) {
                String name = type.getName() + "." + method.getName();
                if (!OWN_THREAD.contains(name) && waits(method) && !saysSo(method)) {
                    silent.add(name);
                }
            }
        }
        assertThat(silent).isEmpty();
    }

    private static boolean waits(JavaCodeUnit method) {
        return targets(method)
                .anyMatch(target -> WAITING.getOrDefault(target.getOwner().getName(), Set.of())
                        .contains(target.getName()));
    }

    private static boolean saysSo(JavaCodeUnit method) {
        return targets(method).anyMatch(target -> target.getOwner().getName().equals(UiThreadGuard.class.getName()));
    }

    private static Stream<? extends CodeUnitAccessTarget> targets(JavaCodeUnit method) {
        return Stream.concat(
                method.getMethodCallsFromSelf().stream().map(call -> call.getTarget()),
                method.getMethodReferencesFromSelf().stream().map(reference -> reference.getTarget()));
    }

    @Test
    void theGuardFailsThereAndNowhereElse() {
        UiThreadGuard.mayWait();
        CompletableFuture<Void> there = CompletableFuture.runAsync(UiThreadGuard::mayWait, EventQueue::invokeLater);
        assertThatThrownBy(there::join).hasCauseInstanceOf(AssertionError.class);
    }
}
