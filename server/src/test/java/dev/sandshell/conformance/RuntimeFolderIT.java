package dev.sandshell.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A folder for the server's files that is not there, may not be written, or is full: said, and survived. */
@Timeout(90)
final class RuntimeFolderIT {
    @RegisterExtension
    static final LeavesNothingBehind HOST = new LeavesNothingBehind();

    private static Conversation serverIn(Path folder) throws Exception {
        return Conversation.begin(HOST.client(HOST.startJarThrough(List.of("env", "SANDSHELL_RUNTIME_DIR=" + folder))));
    }

    /** With a file system of its own on its folder, which goes when the server does. */
    private static Conversation serverOnDisk(String options) throws Exception {
        boolean isRoot = Integer.valueOf(0).equals(Files.getAttribute(HOST.scratch(), "unix:uid"));
        List<String> before = new ArrayList<>(List.of("unshare", "--mount"));
        if (!isRoot) {
            before.add("--map-root-user");
        }
        String mount = "mount -t tmpfs -o " + options + " tmpfs \"$SANDSHELL_RUNTIME_DIR\" && exec \"$@\"";
        before.addAll(List.of("sh", "-c", mount, "sh"));
        requireThatItRuns(before, HOST.environment());
        return Conversation.begin(HOST.client(HOST.startJarThrough(before)));
    }

    /** A machine that does not let us mount is a visible skip, in CI too: not every machine for it does. */
    static void requireThatItRuns(List<String> before, Map<String, String> environment) throws Exception {
        List<String> trial = new ArrayList<>(before);
        trial.add("true");
        ProcessBuilder program = new ProcessBuilder(trial).redirectErrorStream(true);
        program.environment().putAll(environment);
        Process process = program.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            abort("nothing can be mounted here: " + said.strip());
        }
    }

    private static String refusal(String kind, String message) {
        return "{'error':{'code':-32803,'message':'~" + message
                + ".*SANDSHELL_RUNTIME_DIR~','data':{'code':'SHELL_START_FAILED','kind':'" + kind + "'}}}";
    }

    private static void expectRefusal(Conversation talk, String method, String params, String pattern) {
        talk.expect(talk.answer(talk.ask(method, params)), pattern);
    }

    @Test
    void onceTheFolderIsThereSessionsStart() throws Exception {
        Path folder = HOST.scratch().resolve("to come");
        Files.createSymbolicLink(HOST.scratch().resolve("link"), folder);
        Conversation talk = serverIn(HOST.scratch().resolve("link"));

        expectRefusal(
                talk,
                "sandbox/session/create",
                "{'sessionId':'a'}",
                refusal("NotFound", "link, which is no folder; make it"));
        expectRefusal(talk, "sandbox/exec", "{'command':'true'}", refusal("NotFound", "make it"));
        Files.createDirectory(folder);
        talk.call("sandbox/session/create", "{'sessionId':'a'}");
        talk.exec("a", "x=kept; exec sh -c 'exit 3'", "{'exitCode':3,'shellExited':true}");
        talk.exec("a", "(echo 'no end", "{'shellExited':false}");
        talk.exec("a", "echo on", "{'exitCode':0,'stdout':'on\n'}");
    }

    @Test
    void aFileIsNoFolder() throws Exception {
        Conversation talk = serverIn(Files.createFile(HOST.scratch().resolve("file")));

        expectRefusal(talk, "sandbox/session/create", "{}", refusal("NotFound", "file, which is no folder"));
    }

    @Test
    void aFolderOfOurNameThatOthersCanUseIsNotUsed() throws Exception {
        Object user = Files.getAttribute(HOST.scratch(), "unix:uid");
        Path known = Files.createDirectory(HOST.scratch().resolve("sandshell-" + user));
        Files.setPosixFilePermissions(known, java.nio.file.attribute.PosixFilePermissions.fromString("rwxrwxrwx"));
        Conversation talk = serverIn(HOST.scratch());

        expectRefusal(
                talk,
                "sandbox/session/create",
                "{}",
                refusal("PermissionDenied", known + " is not a folder that only"));
    }

    @Test
    void aFolderThatMayNotBeWritten() throws Exception {
        Conversation talk = serverOnDisk("ro");

        expectRefusal(
                talk,
                "sandbox/session/create",
                "{}",
                refusal("PermissionDenied", HOST.runtimeFolder() + ".*allow writing there"));
    }

    @Test
    void aFullFolderIsSaidAndTheSessionGoesOnOnceThereIsRoom() throws Exception {
        Conversation talk = serverOnDisk("size=256k,mode=700");
        String fill = HOST.runtimeFolder() + "/fill";
        String noRoom = HOST.runtimeFolder() + ".*no space.*make room there";
        talk.call("sandbox/session/create", "{'sessionId':'a','cwd':'" + HOST.scratch() + "'}");
        talk.exec("a", "x=1; f() { echo f; }; mkfifo gate", "{'exitCode':0}");
        talk.call(
                "sandbox/exec",
                "{'sessionId':'a','execId':'room','background':true,'command':'read -r word <gate; rm " + fill + "'}");
        talk.exec("a", "y=2; cat /dev/zero >" + fill, "{'exitCode':1}");

        String much = "x".repeat(1 << 20);
        talk.expect(
                talk.call("sandbox/exec", "{'sessionId':'a','command':'cat','stdin':'" + much + "'}"),
                "{'exitCode':126,'shellExited':false,'stdout':'','stderr':'~" + noRoom + "~'}");
        talk.expect(
                talk.call("sandbox/exec", "{'sessionId':'a','command':'cat','background':true,'stdin':'" + much + "'}"),
                "{'exitCode':126,'stderr':'~" + noRoom + "~'}");
        expectRefusal(talk, "sandbox/session/getEnv", "{'sessionId':'a'}", refusal("ResourceLimit", noRoom));
        expectRefusal(
                talk, "sandbox/session/setEnv", "{'sessionId':'a','env':{'B':'b'}}", refusal("ResourceLimit", noRoom));
        expectRefusal(talk, "sandbox/session/create", "{'sessionId':'b'}", refusal("ResourceLimit", noRoom));

        Files.writeString(HOST.scratch().resolve("gate"), "go\n");
        talk.await("{'method':'sandbox/exec/closed','params':{'execId':'room'}}");
        talk.exec("a", "echo $x $y ${B-none}; f", "{'exitCode':0,'stdout':'1 2 none\nf\n','stateRestored':false}");
        talk.call("sandbox/session/setEnv", "{'sessionId':'a','env':{'B':'b'}}");
        talk.expect(talk.call("sandbox/session/getEnv", "{'sessionId':'a','names':['B']}"), "{'env':{'B':'b'}}");
        talk.exec("a", "exit 3", "{'exitCode':3,'shellExited':true,'stateRestored':true}");
        talk.exec("a", "echo $x $y $B; f", "{'exitCode':0,'stdout':'1 2 b\nf\n'}");
        talk.call("sandbox/session/create", "{'sessionId':'b'}");
        talk.exec("b", "echo b", "{'stdout':'b\n'}");
        assertThat(talk.call("sandbox/session/list", "{}").getAsJsonArray("sessions"))
                .hasSize(2);
    }
}
