package dev.sandshell.cli;

import dev.sandshell.protocol.ExecParams;
import dev.sandshell.protocol.ExecResult;
import dev.sandshell.protocol.SandboxClient;
import dev.sandshell.protocol.SessionCreateParams;
import dev.sandshell.protocol.ShellInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What {@code sandshell doctor} looks at, in the order in which one thing needs the other. Made for one run. */
final class Examination {
    private static final String REPORT_IT = "run it by hand to see what it says";

    private final Services services;
    private final List<Finding> findings = new ArrayList<>();

    Examination(Services services) {
        this.services = services;
    }

    List<Finding> findings() {
        java();
        boolean canStart = runtimeFolder();
        canStart &= terminal();
        if (canStart) {
            shells();
        }
        return List.copyOf(findings);
    }

    private void java() {
        // One that is too old could not have loaded this class.
        findings.add(Finding.good("java", true, System.getProperty("java.vm.name") + " " + Runtime.version()));
    }

    private boolean runtimeFolder() {
        String advice = "set SANDSHELL_RUNTIME_DIR to a folder that you can write to and nobody else";
        try {
            Services.RuntimePlace place = services.tryRuntimeFolder();
            findings.add(
                    place.isInMemory()
                            ? Finding.good("runtime folder", true, place.path() + ", in memory")
                            : new Finding(
                                    "runtime folder",
                                    false,
                                    false,
                                    place.path() + " is on a disk",
                                    "set XDG_RUNTIME_DIR or SANDSHELL_RUNTIME_DIR to a folder in memory for speed"));
            return true;
        } catch (IOException | LinkageError e) {
            findings.add(Finding.bad("runtime folder", true, String.valueOf(e.getMessage()), advice));
            return false;
        }
    }

    private boolean terminal() {
        try {
            findings.add(Finding.good("terminal", true, services.tryTerminal()));
            return true;
        } catch (IOException | RuntimeException | LinkageError e) {
            findings.add(Finding.bad(
                    "terminal",
                    true,
                    "none could be opened: " + e.getMessage(),
                    "see that /dev/ptmx can be opened and /dev/pts is mounted"));
            return false;
        }
    }

    private void shells() {
        int working = 0;
        try (ServerClient client = ServerClient.start(services, new SandboxClient() {})) {
            for (ShellInfo shell : client.capabilities()
                    .capabilities()
                    .experimental()
                    .sandbox()
                    .shells()) {
                Finding finding = tryShell(client, shell);
                findings.add(finding);
                working += finding.ok() ? 1 : 0;
            }
        } catch (IOException e) {
            findings.add(Finding.bad("server", true, String.valueOf(e.getMessage()), "run sandshell serve to see why"));
            return;
        }
        if (working == 0) {
            findings.add(Finding.bad("shells", true, "none works", "install bash"));
        }
    }

    /** A round trip: state that one command leaves and the next one sees. */
    private static Finding tryShell(ServerClient client, ShellInfo shell) {
        String name = "shell " + shell.name();
        String what = shell.path() + (shell.version().isEmpty() ? "" : ", version " + shell.version());
        String session = "doctor-" + shell.name();
        try {
            client.await(client.server()
                    .createSession(
                            new SessionCreateParams(session, null, null, null, shell.path(), null, null, null, "off")));
            client.await(client.server().exec(command(session, "cd / && answer=42")));
            long start = System.nanoTime();
            ExecResult result = client.await(client.server().exec(command(session, "echo \"$answer $PWD\"")));
            double millis = Math.round((System.nanoTime() - start) / 100_000.0) / 10.0;
            return "42 /\n".equals(result.stdout())
                    ? Finding.good(name, false, what + ", answers in " + millis + " ms")
                    : Finding.bad(name, false, what + " answered \"" + result.stdout() + "\"", REPORT_IT);
        } catch (IOException e) {
            return Finding.bad(name, false, what + ": " + e.getMessage(), REPORT_IT);
        }
    }

    private static ExecParams command(String session, String text) {
        return new ExecParams(
                text, session, null, null, null, null, null, null, null, 10_000L, null, null, "collect", null, null,
                null, null, null, null);
    }
}
