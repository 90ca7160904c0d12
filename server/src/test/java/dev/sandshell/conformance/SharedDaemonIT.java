package dev.sandshell.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One daemon for all of a user's clients, in processes of its own. */
@Timeout(120)
final class SharedDaemonIT {
    @RegisterExtension
    static final LeavesNothingBehind HOST = new LeavesNothingBehind();

    private static final int STARTS = 20;

    private static final DaemonOfTest DAEMON = new DaemonOfTest(HOST);

    private static JarCommand.Outcome sandshell(String... words) throws Exception {
        return DAEMON.sandshell(words);
    }

    private static Path socket() throws Exception {
        return DAEMON.socket();
    }

    private static ProcessHandle daemon() throws IOException {
        return DAEMON.process();
    }

    private static Path ourFolder() throws IOException {
        return DAEMON.folder();
    }

    private static JarServer relay(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--shared"));
        arguments.addAll(List.of(more));
        return HOST.startJar(List.of(), arguments);
    }

    private static Conversation direct(Path socket) throws IOException {
        return DAEMON.client(socket);
    }

    private static void leave(Conversation talk, JarServer relay) throws Exception {
        talk.answer(talk.ask("shutdown", "null"));
        talk.tell("exit", "null");
        assertThat(relay.exitCode(HOST.deadline())).isZero();
    }

    @AfterEach
    void endDaemon() throws Exception {
        DAEMON.stop();
    }

    @Test
    void aSessionAndItsCommandOutliveTheirClient() throws Exception {
        JarServer first = relay();
        Conversation talk = Conversation.begin(HOST.client(first));
        talk.call("sandbox/session/create", "{'sessionId':'a','cwd':'" + HOST.scratch() + "'}");
        talk.exec("a", "x=kept; mkfifo gate; echo before", "{'stdout':'before\\n'}");
        talk.ask("sandbox/exec", "{'sessionId':'a','execId':'e','command':'echo ready; read line <gate; echo $line'}");
        JsonObject ready = talk.await("{'method':'sandbox/exec/output','params':{'execId':'e','text':'ready\\n'}}");
        long seq = ready.getAsJsonObject("params").get("seq").getAsLong();
        first.process().destroyForcibly();
        assertThat(first.exitCode(HOST.deadline())).isEqualTo(137);

        JarServer second = relay();
        Conversation later = Conversation.begin(HOST.client(second));
        Files.writeString(HOST.scratch().resolve("gate"), "missed\n");
        later.expect(
                later.call("sandbox/session/attach", "{'sessionId':'a','afterSeq':" + seq + "}"),
                "{'replayedFromSeq':" + (seq + 1) + ",'truncated':false}");
        later.await("{'method':'sandbox/exec/output','params':{'execId':'e','text':'missed\\n'}}");
        later.await("{'method':'sandbox/exec/exited','params':{'execId':'e','exitCode':0}}");
        later.exec("a", "echo $x", "{'stdout':'kept\\n'}");
        leave(later, second);
    }

    @Test
    void whoIsAttachedSeesWhatOthersRun() throws Exception {
        Path socket = socket();
        Conversation one = direct(socket);
        Conversation other = direct(socket);
        one.call("sandbox/session/create", "{'sessionId':'a'}");
        other.call("sandbox/session/attach", "{'sessionId':'a'}");
        one.exec("a", "echo mine", "{'exitCode':0}");
        other.await("{'method':'sandbox/exec/output','params':{'text':'mine\\n'}}");
        other.exec("a", "echo yours", "{'exitCode':0}");
        one.await("{'method':'sandbox/exec/output','params':{'text':'yours\\n'}}");
        // One says that it is done, the other is gone in the middle of a message.
        one.answer(one.ask("shutdown", "null"));
        one.tell("exit", "null");
        other.client().sendBytes("Content-Length: 100\r\n\r\n{".getBytes(StandardCharsets.UTF_8));
        other.client().closeInput();
        Conversation third = direct(socket);
        third.exec("a", "echo theirs", "{'stdout':'theirs\\n'}");
    }

    @Test
    void howeverManyStartItAtOnceThereIsOne() throws Exception {
        List<JarCommand> starts = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            starts.add(JarCommand.start(HOST.environment(), "daemon", "--print-socket"));
        }
        Map<String, Integer> said = new HashMap<>();
        for (JarCommand start : starts) {
            said.merge(start.await(new Deadline()).stdout(), 1, Integer::sum);
        }
        assertThat(said).isEqualTo(Map.of(ourFolder().resolve("daemon.socket") + "\n", STARTS));
        long daemons = ProcessHandle.allProcesses()
                .filter(process -> isDaemonOfThisTest(process.pid()))
                .count();
        assertThat(daemons).isEqualTo(1);
    }

    private static boolean isDaemonOfThisTest(long pid) {
        try {
            Path process = Path.of("/proc", Long.toString(pid));
            String words = Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
            String variables = Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
            return words.contains("\0daemon\0run\0")
                    && variables.contains(HOST.runtimeFolder().toString());
        } catch (IOException gone) {
            return false;
        }
    }

    @Test
    void itEndsWhenNobodyHasNeededItForAWhile() throws Exception {
        JarServer relay = relay("--idle-timeout=100ms");
        Conversation talk = Conversation.begin(HOST.client(relay));
        talk.call("sandbox/session/create", "{'sessionId':'a'}");
        ProcessHandle daemon = daemon();
        leave(talk, relay);
        // Its session holds it, without a client, for longer than it would stay without both.
        assertThat(sandshell("sessions").stdout()).contains("a  ");
        Conversation again = direct(ourFolder().resolve("daemon.socket"));
        again.call("sandbox/session/delete", "{'sessionId':'a'}");
        again.client().closeInput();
        daemon.onExit().get(HOST.deadline().remainingNanos(), TimeUnit.NANOSECONDS);
        assertThat(ourFolder().resolve("daemon.socket")).doesNotExist();
    }

    @Test
    void killedByForceItLeavesNoShellAndTheNextBringsTheSessionsBack() throws Exception {
        Conversation talk = direct(socket());
        talk.call("sandbox/session/create", "{'sessionId':'a','cwd':'" + HOST.scratch() + "'}");
        talk.exec("a", "mkdir sub; cd sub; x='1 2'; f() { echo f of $x; }", "{'exitCode':0}");
        KeptFiles.of(HOST).await("a", "echo f of");
        assertThat(Files.getPosixFilePermissions(KeptFiles.of(HOST).all().get(0)))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        talk.ask("sandbox/exec", "{'sessionId':'a','execId':'e','command':'echo ready; sleep 1000'}");
        talk.await("{'method':'sandbox/exec/output','params':{'execId':'e'}}");
        ProcessHandle daemon = daemon();
        daemon.destroyForcibly();
        daemon.onExit().get(HOST.deadline().remainingNanos(), TimeUnit.NANOSECONDS);
        // Its socket is still there, and nobody behind it.
        assertThat(ourFolder().resolve("daemon.socket")).exists();
        Conversation later = direct(socket());
        later.expect(
                later.call("sandbox/session/list", "{}"),
                "{'sessions':[{'sessionId':'a','restarts':1,'stateRestored':true,'cwd':'" + HOST.scratch()
                        + "/sub'}]}");
        later.expect(later.call("sandbox/session/attach", "{'sessionId':'a','afterSeq':100}"), "{'truncated':true}");
        later.exec("a", "f; pwd", "{'stdout':'f of 1 2\\n" + HOST.scratch() + "/sub\\n','stateRestored':true}");
    }

    @Test
    void whatAPersonHasChangedComesBackToo() throws Exception {
        Conversation talk = direct(socket());
        talk.call("sandbox/session/create", "{'sessionId':'a'}");
        talk.call("sandbox/session/input", "{'sessionId':'a','text':'cd /tmp; greet() { echo hello; }\\r'}");
        KeptFiles.of(HOST).await("a", "echo hello");
        ProcessHandle daemon = daemon();
        daemon.destroyForcibly();
        daemon.onExit().get(HOST.deadline().remainingNanos(), TimeUnit.NANOSECONDS);
        direct(socket()).exec("a", "greet; pwd", "{'stdout':'hello\\n/tmp\\n','stateRestored':true}");
    }

    @Test
    void restartedItHandsItsSessionsOn() throws Exception {
        Conversation talk = direct(socket());
        talk.call("sandbox/session/create", "{'sessionId':'a'}");
        talk.call("sandbox/session/create", "{'sessionId':'z','shell':'zsh'}");
        talk.exec("a", "x=kept", "{'exitCode':0}");
        talk.exec("z", "typeset -A m=(k kept)", "{'exitCode':0}");
        talk.ask("sandbox/exec", "{'sessionId':'a','execId':'e','command':'echo ready; sleep 1000'}");
        talk.await("{'method':'sandbox/exec/output','params':{'execId':'e'}}");
        long before = daemon().pid();
        JarCommand.Outcome refused = sandshell("daemon", "restart");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.stdout())
                .startsWith("runs, and cannot go along: a: echo ready; sleep 1000\nnothing was done;");
        JarCommand.Outcome restarted = sandshell("daemon", "restart", "--force");
        assertThat(restarted.exitCode()).as(restarted.stderr()).isZero();
        assertThat(restarted.stdout()).contains("runs, and cannot go along: a").contains("2 sessions\n");
        assertThat(daemon().pid()).isNotEqualTo(before);
        Conversation later = direct(ourFolder().resolve("daemon.socket"));
        later.exec("a", "echo $x", "{'stdout':'kept\\n','stateRestored':true}");
        later.exec("z", "echo $m[k]", "{'stdout':'kept\\n','stateRestored':true}");
    }

    @Test
    void stoppedItEndsWhatRuns() throws Exception {
        JarServer relay = relay();
        Conversation talk = Conversation.begin(HOST.client(relay));
        talk.call("sandbox/session/create", "{'sessionId':'a'}");
        talk.exec("a", "sleep 1000 & echo started", "{'stdout':'started\\n'}");
        ProcessHandle daemon = daemon();
        assertThat(sandshell("daemon", "stop").stdout()).isEqualTo("1 session ended\nthe daemon has ended\n");
        assertThat(daemon.isAlive()).isFalse();
        assertThat(relay.exitCode(HOST.deadline())).isEqualTo(1);
        assertThat(sandshell("daemon", "status"))
                .isEqualTo(new JarCommand.Outcome(1, "the daemon is not running\n", ""));
    }

    @Test
    void withoutItsSocketItIsSaidToBeThereAndCanBeRenewedOrEnded() throws Exception {
        Conversation talk = direct(socket());
        talk.call("sandbox/session/create", "{'sessionId':'a'}");
        talk.exec("a", "x=kept", "{'exitCode':0}");
        ProcessHandle lost = daemon();
        Files.delete(ourFolder().resolve("daemon.socket"));
        JarCommand.Outcome status = sandshell("daemon", "status");
        assertThat(status.exitCode()).isEqualTo(1);
        assertThat(status.stdout())
                .startsWith("the daemon, process " + lost.pid() + ", cannot be reached on " + ourFolder())
                .contains("'sandshell daemon restart'");
        assertThat(sandshell("daemon", "restart").stdout()).contains("1 session\n");
        assertThat(lost.isAlive()).isFalse();
        direct(socket()).exec("a", "echo $x", "{'stdout':'kept\\n','stateRestored':true}");

        ProcessHandle again = daemon();
        Files.delete(ourFolder().resolve("daemon.socket"));
        assertThat(sandshell("daemon", "stop").stdout())
                .startsWith("the daemon has ended; it could not be spoken with, so sessions");
        assertThat(again.isAlive()).isFalse();
        assertThat(sandshell("daemon", "stop").stdout()).isEqualTo("the daemon is not running\n");
    }

    @Test
    void aRelayEndsWithTheProcessOfItsClient() throws Exception {
        Process editor = new ProcessBuilder("sleep", "1000").start();
        JarServer relay = relay("--clientProcessId=" + editor.pid());
        Conversation.begin(HOST.client(relay)).call("sandbox/session/list", "{}");
        editor.destroyForcibly();
        assertThat(relay.exitCode(HOST.deadline())).isEqualTo(1);
    }

    @Test
    void whatIsNoMessageDisturbsNobodyElse() throws Exception {
        Path socket = socket();
        Conversation talk = direct(socket);
        talk.call("sandbox/session/create", "{'sessionId':'a'}");
        for (String garbage : List.of(
                "\0\1\2 no protocol",
                "Content-Length: 99999999999999999999\r\n\r\n",
                "Content-Length: 2000000000\r\n\r\n{",
                "X: " + "y".repeat(200_000),
                "Content-Length: 20\r\n\r\n{\"half\":")) {
            WireClient hostile = HOST.client(DaemonClient.connect(socket));
            hostile.sendBytes(garbage.getBytes(StandardCharsets.UTF_8));
            hostile.pauseReading();
            talk.exec("a", "echo on", "{'stdout':'on\\n'}");
        }
    }

    @Test
    void aClientOfAnotherVersionIsToldWhatToDo() throws Exception {
        WireClient client = HOST.client(DaemonClient.connect(socket()));
        client.sendBody("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":"
                + "{\"experimental\":{\"sandbox\":{\"protocolVersion\":\"2.0\"}}}}}");
        JsonObject refusal = client.take();
        assertThat(String.valueOf(refusal))
                .contains("PROTOCOL_VERSION_UNSUPPORTED")
                .contains("'sandshell daemon restart'");
    }

    @Test
    void aFolderThatOthersCanUseIsRefused() throws Exception {
        Path folder = Files.createDirectories(ourFolder());
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        JarCommand.Outcome refused = sandshell("daemon", "--print-socket");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        assertThat(refused.exitCode()).isEqualTo(125);
        assertThat(refused.stderr())
                .contains("is not a folder that only its owner")
                .contains("SANDSHELL_RUNTIME_DIR");
    }

    @Test
    void whatIsInThePlaceOfTheSocketIsRefused() throws Exception {
        Path folder = Files.createDirectories(ourFolder());
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Path socket = Files.createSymbolicLink(
                folder.resolve("daemon.socket"), HOST.scratch().resolve("elsewhere"));
        JarCommand.Outcome refused = sandshell("daemon", "--print-socket");
        Files.delete(socket);
        assertThat(refused.exitCode()).isEqualTo(125);
        assertThat(refused.stderr()).contains("daemon.socket is not a socket of this user's");
    }
}
