package dev.sandshell.intellij.core.sessions;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandshell.intellij.core.Deadline;
import dev.sandshell.intellij.core.TestDaemon;
import dev.sandshell.intellij.core.server.Call;
import dev.sandshell.intellij.core.server.Failures;
import dev.sandshell.intellij.core.server.SandboxException;
import dev.sandshell.intellij.core.server.ServerCommands;
import dev.sandshell.protocol.ExecResult;
import dev.sandshell.protocol.OutputChunk;
import dev.sandshell.protocol.TerminalSize;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions of the packaged server, as an IDE has them. */
final class SessionsIT {
    private TestDaemon daemon;
    private Deadline deadline;
    private Sessions sessions;
    private Onlooker onlooker;

    @BeforeEach
    void start() throws Exception {
        daemon = new TestDaemon();
        deadline = daemon.deadline();
        sessions = daemon.client().sessions();
        onlooker = new Onlooker(sessions, deadline);
    }

    @AfterEach
    void leavesNothing() throws Exception {
        daemon.end();
    }

    private <T> T await(CompletableFuture<T> future) throws ExecutionException, InterruptedException {
        return deadline.await(future);
    }

    private ExecResult exec(String command) throws ExecutionException, InterruptedException {
        return await(sessions.exec(Params.exec("a", command)).result());
    }

    @Test
    void knowsOfASessionAndItsCommandsWhatHappens() throws Exception {
        SessionView view = await(sessions.ensure(Params.session("a")));
        ExecResult result = exec("cd /; echo hi; echo oh >&2; false");
        assertThat(List.of(result.exitCode(), result.stdout(), result.stderr())).containsExactly(1, "hi\n", "oh\n");
        onlooker.until("the folder", () -> view.session().cwd().equals("/"));
        ExecView newest = view.newestExecs().get(0);
        assertThat(newest.command()).isEqualTo("cd /; echo hi; echo oh >&2; false");
        assertThat(newest.outcome()).isEqualTo(Outcome.of(result));
        assertThat(newest.lastLines(2)).containsExactlyInAnyOrder("hi", "oh");
        assertThat(await(sessions.ensure(Params.session("a")))).isSameAs(view);
        assertThat(sessions.all()).containsExactly(view);
        long before = onlooker.events.get(0).seq();
        for (SessionEvent event : onlooker.events) {
            assertThat(event.seq()).isEqualTo(before++);
        }
    }

    @Test
    void completesAndTellsOnItsOwnThread() throws Exception {
        List<String> threads = new ArrayList<>();
        sessions.addListener(new SessionsListener() {
            @Override
            public void happened(Happening happening) {
                threads.add(Thread.currentThread().getName());
            }
        });
        await(sessions.ensure(Params.session("a")));
        CompletableFuture<String> thread = new CompletableFuture<>();
        CompletableFuture<ExecResult> result =
                sessions.exec(Params.exec("a", "sleep 0.1")).result();
        CompletableFuture<Void> unused =
                result.thenAccept(done -> thread.complete(Thread.currentThread().getName()));
        assertThat(await(thread)).isEqualTo("sandshell-sessions");
        assertThat(threads).isNotEmpty().containsOnly("sandshell-sessions");
    }

    @Test
    void aCancelledCommandFailsOnceItHasStopped() throws Exception {
        SessionView view = await(sessions.ensure(Params.session("a")));
        Call<ExecResult> call = sessions.exec(Params.exec("a", "echo begun; sleep 1000"));
        onlooker.until("output", () -> onlooker.events.stream().anyMatch(SessionEvent.Output.class::isInstance));
        call.cancel();
        call.cancel();
        assertThatThrownBy(() -> await(call.result()))
                .satisfies(e -> assertThat(((SandboxException) Failures.causeOf(e)).isCancelled())
                        .isTrue());
        assertThat(view.current()).isNull();
        Call<ExecResult> never = sessions.exec(Params.exec("a", "sleep 1000"));
        never.cancel();
        assertThatThrownBy(() -> await(never.result()))
                .satisfies(e -> assertThat(((SandboxException) Failures.causeOf(e)).isCancelled())
                        .isTrue());
        assertThat(exec("echo on").stdout()).isEqualTo("on\n");
    }

    @Test
    void answersACommandThatAsks() throws Exception {
        SessionView view = await(sessions.ensure(Params.session("a")));
        CompletableFuture<ExecResult> result = sessions.exec(
                        Params.withInput("a", "printf 'name? '; read name; echo \"hello $name\""))
                .result();
        onlooker.until(
                "the question",
                () -> view.newestExecs().stream().anyMatch(exec -> exec.asksFor() == ExecView.AsksFor.TEXT));
        ExecView exec = requireNonNull(view.current());
        assertThat(exec.lastLine()).isEqualTo("name?");
        await(sessions.write(exec.execId(), "you\n"));
        assertThat(await(result).stdout()).isEqualTo("name? hello you\n");
    }

    @Test
    void saysWhyTheServerRefuses() throws Exception {
        assertThatThrownBy(
                        () -> await(sessions.exec(Params.exec("none", "true")).result()))
                .satisfies(e -> assertThat(((SandboxException) Failures.causeOf(e)).is("SESSION_NOT_FOUND"))
                        .isTrue());
        assertThatThrownBy(() -> await(sessions.interrupt("none")))
                .satisfies(e -> assertThat(((SandboxException) Failures.causeOf(e)).refusal())
                        .isEqualTo("EXEC_NOT_FOUND"));
    }

    @Test
    void seesWhatAnotherClientDoesInTheSameSession() throws Exception {
        SessionView view = await(sessions.ensure(Params.session("a")));
        Sessions other = daemon.client().sessions();
        SessionView theirs = await(other.ensure(Params.session("a")));
        await(other.exec(Params.exec("a", "echo from there")).result());
        onlooker.until(
                "its command",
                () -> !view.newestExecs().isEmpty()
                        && !view.newestExecs().get(0).isRunning());
        assertThat(view.newestExecs().get(0).command()).isEqualTo("echo from there");
        await(other.create(Params.session("b")));
        onlooker.until("its session", () -> sessions.get("b") != null);
        await(sessions.delete("b"));
        new Onlooker(other, deadline).until("the end of its session", () -> other.get("b") == null);
        assertThat(theirs.id()).isEqualTo("a");
    }

    @Test
    void showsAScreenAllThatHasBeenOnceAndInItsOrder() throws Exception {
        await(sessions.ensure(Params.session("a")));
        exec("echo one");
        List<SessionEvent> shown = new ArrayList<>();
        Screen screen = shown::add;
        await(sessions.show("a", screen, 1_000, 0));
        exec("echo two");
        for (int i = 0; i < shown.size(); i++) {
            assertThat(shown.get(i).seq()).isEqualTo(i + 1);
        }
        assertThat(shown).filteredOn(SessionEvent.Exited.class::isInstance).hasSize(2);
        await(sessions.hide("a", screen));
        int before = shown.size();
        exec("echo three");
        assertThat(shown).hasSize(before);
    }

    @Test
    void takesMoreOutputThanTheServerSendsWithoutBeingToldThatItWasTaken() throws Exception {
        await(sessions.ensure(Params.session("a")));
        assertThat(exec("head -c 1000000 /dev/zero | tr '\\0' x").stdoutBytes()).isEqualTo(1_000_000);
    }

    @Test
    void waitsForTheSlowestWatcher() throws Exception {
        SessionView view = await(sessions.ensure(Params.session("a")));
        List<SessionEvent> watched = new ArrayList<>();
        Watching watching = sessions.watch(view, watched::add);
        CompletableFuture<ExecResult> result = sessions.exec(Params.exec("a", "head -c 1000000 /dev/zero | tr '\\0' x"))
                .result();
        onlooker.until("100 kB", () -> onlooker.bytes() >= 100_000);
        assertThat(result).isNotDone();
        watching.taken(onlooker.bytes());
        onlooker.until("more", () -> onlooker.bytes() >= 200_000);
        watching.close();
        assertThat(await(result).stdoutBytes()).isEqualTo(1_000_000);
    }

    @Test
    void readsWhatACommandHasPrinted() throws Exception {
        await(sessions.ensure(Params.session("a")));
        KeptOutput output = await(sessions.output(exec("seq 20000; exit 3").execId()));
        String text = output.chunks().stream().map(OutputChunk::text).collect(Collectors.joining());
        assertThat(text).hasSize(108_894);
        assertThat(output.command()).isEqualTo("seq 20000; exit 3");
        assertThat(requireNonNull(output.end()).exitCode()).isEqualTo(3);
    }

    @Test
    void setsAndUnsetsVariables() throws Exception {
        await(sessions.ensure(Params.session("a")));
        await(sessions.setEnvironment("a", Map.of("GREETING", "it's\nme")));
        assertThat(await(sessions.environment("a", List.of("GREETING"))))
                .containsExactly(Map.entry("GREETING", "it's\nme"));
        Map<String, @Nullable String> change = new HashMap<>();
        change.put("GREETING", null);
        change.put("OTHER", "");
        await(sessions.setEnvironment("a", change));
        assertThat(exec("echo \"<${GREETING-unset}> <${OTHER-unset}>\"").stdout())
                .isEqualTo("<unset> <>\n");
    }

    @Test
    void asksForWhatElseThereIs() throws Exception {
        SessionView view = await(sessions.ensure(Params.session("a")));
        exec("X=1");
        assertThat(await(sessions.history("X=1", 10))).hasSize(1);
        await(sessions.resize("a", new TerminalSize(40, 132)));
        onlooker.until("the size", () -> view.session().size().cols() == 132);
        await(sessions.reset("a", true));
        assertThat(exec("echo $X").stdout()).isEqualTo("1\n");
        await(sessions.delete("a"));
        assertThat(view.isTerminated()).isTrue();
        assertThat(sessions.all()).isEmpty();
        assertThat(new ServerCommands(daemon.program()).doctor().text()).contains("ok");
    }
}
