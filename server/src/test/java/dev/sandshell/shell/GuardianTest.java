package dev.sandshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.posix.EventLoop;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The guardian as a process, against the server that looks for processes to end. */
@Timeout(60)
final class GuardianTest {
    private static final int ROUNDS = 20;

    @TempDir
    private Path folder;

    @Test
    void whileItStartsItIsNoOrphanYet() throws Exception {
        RuntimeFolder runtime = RuntimeFolder.of(Map.of("SANDSHELL_RUNTIME_DIR", folder.toString()));
        try (EventLoop loop = new EventLoop("guardian-test")) {
            loop.start();
            for (int round = 0; round < ROUNDS; round++) {
                CompletableFuture<Void> told = new CompletableFuture<>();
                Guardian guardian = new Guardian(task -> onThreadOfItsOwn(task, told), runtime);
                Orphans orphans = new Orphans(loop, Runnable::run, guardian);
                guardian.watchSoon(Integer.MAX_VALUE);
                while (!told.isDone()) {
                    orphans.kill();
                }
                List<ProcessHandle> itself = ProcessHandle.current()
                        .children()
                        .filter(child -> guardian.isItself((int) child.pid()))
                        .toList();
                assertThat(itself).as("the guardian, in round " + round).hasSize(1);
                guardian.close();
                itself.get(0).onExit().join();
            }
        }
    }

    private static void onThreadOfItsOwn(Runnable task, CompletableFuture<Void> done) {
        Thread thread = new Thread(
                () -> {
                    task.run();
                    done.complete(null);
                },
                "teller");
        thread.setDaemon(true);
        thread.start();
    }
}
