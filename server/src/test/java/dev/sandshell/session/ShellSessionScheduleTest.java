package dev.sandshell.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dev.sandshell.policy.RefusedException;
import dev.sandshell.session.SessionScene.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens, and in whatever order, every command that starts is closed once, and no number is left out. */
final class ShellSessionScheduleTest {
    private static final int STEPS = 120;

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    /** One random life of a session. */
    private static final class Life {
        private final Random random;
        private final SessionScene scene = new SessionScene();
        private final ShellSession session;
        private final List<Exec> execs = new ArrayList<>();
        private final List<CompletableFuture<?>> replies = new ArrayList<>();

        /** What happened, for the message of a failure. */
        private final List<String> story = new ArrayList<>();

        Life(long seed) throws RefusedException {
            random = new Random(seed);
            session = scene.create();
        }

        void step() {
            switch (random.nextInt(17)) {
                case 0, 1, 2 -> submit();
                case 3 -> changeEnvironment();
                case 4 -> withExec("cancel", Exec::cancel);
                case 5 -> withExec("interrupt", Exec::interrupt);
                case 6 -> reset();
                case 7, 8 -> shellStarts();
                case 9 -> shellEnds();
                case 10, 11 -> commandReports();
                case 12, 13 -> commandCloses();
                case 14 -> commandPrints();
                case 15 -> flow();
                default -> {
                    scene.scheduler.advance(Duration.ofMillis(random.nextInt(1_500)));
                    answerEnvironment();
                }
            }
            if (random.nextInt(3) > 0) {
                scene.scheduler.runOne();
            }
        }

        private void submit() {
            Request request = new Request("e" + story.size());
            if (random.nextInt(3) == 0) {
                request.background();
            }
            if (random.nextInt(3) == 0) {
                request.timeout(Duration.ofMillis(1 + random.nextInt(3_000)));
            }
            if (random.nextInt(3) == 0) {
                request.idleTimeout(Duration.ofMillis(1 + random.nextInt(3_000)));
            }
            story.add("submit");
            try {
                Exec exec = session.submit(request.build());
                execs.add(exec);
                replies.add(exec.reply());
            } catch (RefusedException e) {
                story.add("refused: " + e.code());
            }
        }

        private void changeEnvironment() {
            story.add("environment");
            try {
                replies.add(session.turns().setEnvironment(ImmutableMap.of("A", Optional.empty())));
            } catch (RefusedException e) {
                story.add("refused: " + e.code());
            }
        }

        private void answerEnvironment() {
            FakeShell shell = scene.shell();
            if (shell.isRunning() && !shell.changes.isEmpty()) {
                story.add("environment answered");
                shell.changes
                        .remove(shell.changes.size() - 1)
                        .done()
                        .accept(random.nextBoolean() ? Optional.empty() : Optional.of("no"));
            }
        }

        private void withExec(String what, Consumer<Exec> action) {
            if (!execs.isEmpty()) {
                Exec exec = execs.get(random.nextInt(execs.size()));
                story.add(what + " " + exec.request().execId());
                action.accept(exec);
            }
        }

        private void reset() {
            story.add("reset");
            try {
                replies.add(session.reset(random.nextBoolean()));
            } catch (RefusedException e) {
                story.add("refused: " + e.code());
            }
        }

        private void shellStarts() {
            FakeShell shell = scene.shell();
            if (!shell.isStarting()) {
                return;
            }
            // The first start has to succeed, or there is nothing to look at.
            if (random.nextInt(3) > 0 || shell.starts.size() == 1) {
                story.add("ready");
                shell.becomeReady();
            } else {
                story.add("start failed");
                shell.failToStart(scene.noShell);
            }
        }

        private void shellEnds() {
            FakeShell shell = scene.shell();
            if (shell.isRunning() && !shell.isStarting()) {
                story.add("shell ends");
                shell.changes.clear();
                for (FakeCommand command : shell.commands) {
                    if (command.holdsShell() && random.nextBoolean()) {
                        command.close();
                    }
                }
                shell.end(random.nextBoolean() ? 1 : null, null);
            }
        }

        private Optional<FakeCommand> oneOf(Predicate<FakeCommand> which) {
            List<FakeCommand> found =
                    scene.shell().commands.stream().filter(which).toList();
            return found.isEmpty() ? Optional.empty() : Optional.of(found.get(random.nextInt(found.size())));
        }

        private void commandReports() {
            oneOf(command -> !command.hasReported() && !command.isClosed()).ifPresent(command -> {
                story.add("command reports");
                if (command.spec.isBackground() && command.holdsShell()) {
                    command.startInBackground();
                } else if (command.spec.isBackground() && random.nextInt(4) == 0) {
                    command.lose();
                } else {
                    command.report(random.nextInt(3));
                }
            });
        }

        private void commandCloses() {
            oneOf(command -> command.hasReported() && !command.isClosed()).ifPresent(command -> {
                story.add("command closes");
                command.close();
            });
        }

        private void commandPrints() {
            oneOf(command -> !command.isClosed()).ifPresent(command -> {
                story.add("command prints");
                command.print("x".repeat(1 + random.nextInt(50)));
            });
        }

        private void flow() {
            if (scene.client.saturated.isEmpty()) {
                scene.client.saturated.add("s");
            } else {
                scene.client.saturated.clear();
                session.outputDrained();
            }
        }

        void end() {
            CompletableFuture<Boolean> deleted = scene.registry.delete("s");
            scene.shell().commands.stream()
                    .filter(command -> !command.isClosed())
                    .forEach(FakeCommand::close);
            scene.shell().finishClosing();
            scene.scheduler.run();
            assertThat(deleted).isCompletedWithValue(true);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyCommandThatStartsIsClosedOnceAndEveryCallIsAnswered(long seed) throws RefusedException {
        Life life = new Life(seed);
        try {
            for (int i = 0; i < STEPS; i++) {
                life.step();
            }
            life.end();
            life.scene.client.checkOrder();
            assertThat(life.scene.client.open()).isEmpty();
            assertThat(life.replies).allMatch(CompletableFuture::isDone);
            assertThat(life.execs).allMatch(Exec::isClosed);
            assertThat(life.scene.scheduler.timers()).isEmpty();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + life.story + "\n" + life.scene.client.events, e);
        }
    }
}
