package dev.sandshell.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.sandshell.Installed;
import dev.sandshell.policy.Limits;
import dev.sandshell.session.KeptSession;
import dev.sandshell.session.SessionSpec;
import dev.sandshell.session.ShellState;
import dev.sandshell.state.StateFolder;
import dev.sandshell.store.FileSessionStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions outlive a server that keeps them, however it ends. */
@Timeout(90)
final class KeptSessionsTest {
    @RegisterExtension
    static final LeavesNothingBehind HOST = new LeavesNothingBehind();

    private static final Limits LIMITS = Limits.defaults();

    private static Conversation server() throws IOException {
        return Conversation.begin(HOST.inSharedProcess(LIMITS));
    }

    private static void end(Conversation talk) throws IOException {
        talk.client().close();
    }

    private static JsonArray sessions(Conversation talk) {
        return talk.call("sandbox/session/list", "{}").getAsJsonArray("sessions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "sh"})
    void theNextServerGoesOnFromWhereItEnded(String shell) throws Exception {
        Installed.require(shell);
        Path folder = Files.createDirectory(HOST.scratch().resolve("in here"));
        Conversation one = server();
        one.call(
                "sandbox/session/create",
                "{'sessionId':'a','name':'A','shell':'" + shell
                        + "','env':{'GIVEN':'g'},'size':{'rows':30,'cols':90}}");
        one.exec("a", "cd '" + folder + "'; x='1 2'; export y=3; readonly z=4; umask 027", "{'exitCode':0}");
        if (!shell.equals("sh")) {
            one.exec("a", "f() { echo f \"$1\"; }; list=(a 'b c')", "{'exitCode':0}");
        }
        end(one);

        Conversation two = server();
        two.expect(
                sessions(two),
                "[{'sessionId':'a','name':'A','state':'idle','pid':0,'cwd':'" + folder
                        + "','restarts':1,'stateRestored':true,'size':{'rows':30,'cols':90}}]");
        two.exec(
                "a",
                "echo \"$x $y $z $GIVEN $(umask) $PWD\"",
                "{'exitCode':0,'stateRestored':true,'stdout':'~^1 2 3 4 g 0?027 " + folder + "\\n$~'}");
        if (!shell.equals("sh")) {
            two.exec("a", "f 5; echo \"${list[@]}\"", "{'stdout':'f 5\na b c\n','stateRestored':false}");
        }
        two.exec("a", "z=5", "{'exitCode':'$_'}");
        two.exec("a", "echo $z; x=9", "{'stdout':'4\n'}");
        end(two);

        Conversation three = server();
        three.expect(sessions(three), "[{'sessionId':'a','restarts':2,'stateRestored':true}]");
        three.expect(three.call("sandbox/session/attach", "{'sessionId':'a'}"), "{'session':{'state':'starting'}}");
        three.await("{'method':'sandbox/session/changed','params':{'session':{'state':'idle','stateRestored':true}}}");
        three.exec("a", "echo $x; exit 3", "{'stdout':'9\n','exitCode':3,'shellExited':true}");
        JsonObject session =
                three.call("sandbox/session/get", "{'sessionId':'a'}").getAsJsonObject("session");
        three.expect(session, "{'restarts':3}");
        assertThat(session.has("stateRestored")).isFalse();
    }

    @Test
    void theUsersFilesAreReadOnceAndTheirStateComesBack() throws Exception {
        Files.writeString(HOST.scratch().resolve(".bashrc"), "greet() { echo hi $WHO; }; echo read >>$HOME/reads\n");
        Conversation one = server();
        one.call(
                "sandbox/session/create",
                "{'sessionId':'u','shell':'bash','startup':'user','env':{'HOME':'" + HOST.scratch() + "'}}");
        one.exec("u", "WHO=you", "{'exitCode':0}");
        end(one);
        Conversation two = server();
        two.exec("u", "greet", "{'stdout':'hi you\n','stateRestored':true}");
        assertThat(HOST.scratch().resolve("reads")).hasContent("read");
        two.call("sandbox/session/reset", "{'sessionId':'u'}");
        two.exec("u", "greet", "{'stdout':'hi\n'}");
    }

    @Test
    void afterAResetWithoutStateThereIsWhatItWasMadeWith() throws Exception {
        Conversation one = server();
        one.call("sandbox/session/create", "{'sessionId':'a','env':{'GIVEN':'g'},'cwd':'" + HOST.scratch() + "'}");
        one.exec("a", "cd /; x=1; GIVEN=other", "{'exitCode':0}");
        end(one);
        Conversation two = server();
        two.call("sandbox/session/reset", "{'sessionId':'a'}");
        two.exec("a", "echo ${x-none} $GIVEN $PWD", "{'stdout':'none g " + HOST.scratch() + "\n'}");
        two.expect(
                two.call("sandbox/session/get", "{'sessionId':'a'}"),
                "{'session':{'restarts':1,'stateRestored':false}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sandbox/session/getEnv", "sandbox/session/input", "sandbox/session/snapshot"})
    void whateverNeedsItsShellStartsIt(String method) throws Exception {
        Conversation one = server();
        one.call("sandbox/session/create", "{'sessionId':'a'}");
        one.exec("a", "export X=1", "{'exitCode':0}");
        end(one);
        Conversation two = server();
        two.call(method, "{'sessionId':'a'" + (method.endsWith("input") ? ",'text':''" : "") + "}");
        JsonObject session =
                two.call("sandbox/session/get", "{'sessionId':'a'}").getAsJsonObject("session");
        assertThat(session.get("state").getAsString().equals("starting")
                        || session.get("pid").getAsLong() != 0)
                .isTrue();
    }

    @Test
    void aFolderThatIsGoneIsNoHindrance() throws Exception {
        Path gone = Files.createDirectory(HOST.scratch().resolve("gone"));
        Conversation one = server();
        one.call("sandbox/session/create", "{'sessionId':'a','cwd':'" + gone + "'}");
        one.exec("a", "x=1", "{'exitCode':0}");
        end(one);
        Files.delete(gone);
        Conversation two = server();
        two.exec("a", "echo $x $PWD", "{'stdout':'1 /\n','stateRestored':true}");
    }

    @Test
    void stateWithWhichNoShellLivesIsLostAndTheSessionIsNot() throws Exception {
        ShellState deadly = new ShellState("bash", "exit 4\n".getBytes(StandardCharsets.UTF_8));
        new FileSessionStore(new StateFolder(HOST.stateFolder()), Runnable::run)
                .save(
                        new KeptSession(SessionSpec.named("a"), "/tmp", 1_760_000_000_000L, 4),
                        Optional.of(() -> Optional.of(deadly)));
        Conversation talk = server();
        talk.expect(sessions(talk), "[{'cwd':'/tmp','restarts':5,'stateRestored':true}]");
        talk.exec("a", "echo on", "{'stdout':'on\n','stateRestored':false}");
        talk.expect(
                talk.call("sandbox/session/get", "{'sessionId':'a'}"),
                "{'session':{'restarts':5,'stateRestored':false}}");
    }

    @Test
    void whatIsDeletedIsForgotten() throws Exception {
        Conversation one = server();
        one.call("sandbox/session/create", "{'sessionId':'a'}");
        one.call("sandbox/session/create", "{'sessionId':'b'}");
        one.call("sandbox/session/delete", "{'sessionId':'a'}");
        end(one);
        Conversation two = server();
        two.expect(sessions(two), "[{'sessionId':'b'}]");
        two.call("sandbox/session/delete", "{'sessionId':'b'}");
        end(two);
        assertThat(KeptFiles.of(HOST).all()).isEmpty();
    }

    @Test
    void whereThereAreTooManySomeWait() throws Exception {
        Conversation one = server();
        for (String id : List.of("z", "a", "m")) {
            one.call("sandbox/session/create", "{'sessionId':'" + id + "'}");
        }
        end(one);
        Limits few = new Limits(
                2,
                LIMITS.queuedCalls(),
                LIMITS.finishedExecs(),
                LIMITS.allFinishedExecs(),
                LIMITS.outputCapBytes(),
                LIMITS.maxOutputCapBytes(),
                LIMITS.snapshotBytes(),
                LIMITS.escalationStep(),
                LIMITS.startTimeout(),
                LIMITS.endGrace(),
                LIMITS.memory(),
                LIMITS.history());
        Conversation two = Conversation.begin(HOST.inSharedProcess(few));
        two.expect(sessions(two), "[{'sessionId':'z'},{'sessionId':'a'}]");
        end(two);
        Conversation three = server();
        three.expect(sessions(three), "[{'sessionId':'z'},{'sessionId':'a'},{'sessionId':'m'}]");
    }

    @Test
    void whatIsDamagedIsPutAsideAndTheRestComesBack() throws Exception {
        Conversation one = server();
        one.call("sandbox/session/create", "{'sessionId':'a'}");
        one.call("sandbox/session/create", "{'sessionId':'b'}");
        end(one);
        Path file = HOST.stateFolder().resolve("sessions/a.json");
        Files.writeString(file, Files.readString(file).replace("\"restarts\":0", "\"restarts\":7"));
        Conversation two = server();
        two.expect(sessions(two), "[{'sessionId':'b'}]");
        assertThat(file).doesNotExist();
        assertThat(file.resolveSibling("a.json.damaged")).exists();
    }

    @Test
    void onlyTheirUserCanReadThem() throws Exception {
        Conversation one = server();
        one.call("sandbox/session/create", "{'sessionId':'a/../b','env':{'SECRET':'s'}}");
        end(one);
        assertThat(KeptFiles.of(HOST).all()).hasSize(1);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(KeptFiles.of(HOST).all().get(0))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(HOST.stateFolder().resolve("sessions"))))
                .isEqualTo("rwx------");
        Conversation two = server();
        two.exec("a/../b", "echo $SECRET", "{'stdout':'s\n'}");
    }

    @Test
    void aServerOfOneClientKeepsNothing() throws Exception {
        Conversation one = Conversation.begin(HOST.inProcess());
        one.call("sandbox/session/create", "{'sessionId':'a'}");
        end(one);
        assertThat(KeptFiles.of(HOST).all()).isEmpty();
    }

    @Test
    void aServerThatIsKilledLeavesItsSessionsToTheNextAndNoShell() throws Exception {
        JarServer first = HOST.startKeeping();
        Conversation one = Conversation.begin(HOST.client(first));
        one.call("sandbox/session/create", "{'sessionId':'a','cwd':'" + HOST.scratch() + "'}");
        one.call("sandbox/session/create", "{'sessionId':'busy'}");
        one.exec("a", "x=1; f() { echo f; }; cd /tmp; last=yes", "{'exitCode':0}");
        one.exec("busy", "before=yes", "{'exitCode':0}");
        one.ask("sandbox/exec", "{'sessionId':'busy','command':'before=no; echo on; sleep 1000'}");
        one.await("{'method':'sandbox/exec/output','params':{'text':'on\\n'}}");
        KeptFiles.of(HOST).await("a", "last=");
        KeptFiles.of(HOST).await("busy", "before=");
        first.process().destroyForcibly();
        assertThat(first.exitCode(HOST.deadline())).isEqualTo(137);

        JarServer second = HOST.startKeeping();
        Conversation two = Conversation.begin(HOST.client(second));
        two.expect(
                sessions(two),
                "[{'sessionId':'a','cwd':'/tmp','restarts':1,'stateRestored':true},"
                        + "{'sessionId':'busy','restarts':1,'stateRestored':true}]");
        two.exec("a", "echo $x $last $PWD; f", "{'stdout':'1 yes /tmp\nf\n','stateRestored':true}");
        two.exec("busy", "echo $before", "{'stdout':'yes\n','stateRestored':true}");
        assertThat(second.stderr()).doesNotContain("WARNING");
    }
}
