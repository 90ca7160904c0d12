package dev.sandshell.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The daemon of one test, in the runtime folder that is the test's own; it is there once {@link #socket} was asked for.
 *
 * @param host starts it, and sees that nothing of it stays
 */
record DaemonOfTest(LeavesNothingBehind host) {
    /** A command line, which has a time limit of its own: it may come when the test's is over. */
    JarCommand.Outcome sandshell(String... words) throws IOException, InterruptedException {
        return JarCommand.start(host.environment(), words).await(new Deadline());
    }

    /** Its socket; it is started where it is not running. */
    Path socket() throws IOException, InterruptedException {
        JarCommand.Outcome started = sandshell("daemon", "--print-socket");
        assertThat(started.exitCode()).as(started.stderr()).isZero();
        return Path.of(started.stdout().strip());
    }

    ProcessHandle process() throws IOException {
        long pid =
                Long.parseLong(Files.readString(folder().resolve("daemon.lock")).strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    Path folder() throws IOException {
        return host.runtimeFolder().resolve("sandshell-" + Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }

    /** One more client, on its socket. */
    Conversation client(Path socket) throws IOException {
        return Conversation.begin(host.client(DaemonClient.connect(socket)));
    }

    /** Ends it, its sessions and all that runs in them. */
    void stop() throws IOException, InterruptedException {
        JarCommand.Outcome stopped = sandshell("daemon", "stop");
        assertThat(stopped.exitCode()).as(stopped.stderr()).isZero();
    }
}
