package dev.sandshell.intellij.core.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandshell.intellij.core.Deadline;
import dev.sandshell.intellij.core.OurThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SerialExecutorTest {
    private final Deadline deadline = new Deadline();
    private final SerialExecutor executor = new SerialExecutor("sandshell-test");

    @AfterEach
    void leavesNoThread() throws InterruptedException {
        executor.close();
        OurThreads.awaitEnd(deadline);
    }

    @Test
    void doesOneAfterTheOtherOnItsThread() throws Exception {
        List<Integer> done = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            int number = i;
            executor.put(() -> done.add(number));
        }
        assertThat(deadline.await(CompletableFuture.supplyAsync(
                        () -> Thread.currentThread().getName(), executor)))
                .isEqualTo("sandshell-test");
        assertThat(done).isEqualTo(IntStream.range(0, 1_000).boxed().toList());
    }

    @Test
    void goesOnAfterAFailure() throws Exception {
        executor.execute(() -> {
            throw new IllegalStateException("of the test");
        });
        assertThat(deadline.await(CompletableFuture.supplyAsync(() -> 1, executor)))
                .isEqualTo(1);
    }

    @Test
    void refusesWhatIsTooMuchAndHasWhoBringsMuchWait() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        executor.execute(() -> await(hold));
        CompletableFuture<Integer> put = CompletableFuture.supplyAsync(() -> {
            for (int i = 0; i < 2_000; i++) {
                executor.put(() -> {});
            }
            return 2_000;
        });
        deadline.until(() -> executor.waiting() >= 1_024, () -> "only " + executor.waiting() + " wait");
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 8_193; i++) {
                        executor.execute(() -> {});
                    }
                })
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessage("too much waits for sandshell-test");
        assertThat(put).isNotDone();
        hold.countDown();
        assertThat(deadline.await(put)).isEqualTo(2_000);
    }

    @Test
    void doesWhatWaitsWhenItIsClosedAndTakesNothingMore() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        executor.execute(() -> await(hold));
        CompletableFuture<Integer> last = CompletableFuture.supplyAsync(() -> 1, executor);
        executor.close();
        assertThatThrownBy(() -> executor.execute(() -> {})).hasMessage("sandshell-test is closed");
        executor.put(() -> {});
        hold.countDown();
        assertThat(deadline.await(last)).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
