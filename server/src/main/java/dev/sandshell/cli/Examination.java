package dev.sandshell.cli;

import dev.sandshell.protocol.ExecInputRequiredNotification;
import dev.sandshell.protocol.ExecParams;
import dev.sandshell.protocol.ExecResult;
import dev.sandshell.protocol.ExecWriteParams;
import dev.sandshell.protocol.SandboxClient;
import dev.sandshell.protocol.SessionCreateParams;
import dev.sandshell.protocol.ShellInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What {@code sandshell doctor} looks at, in the order in which one thing needs the other. Made for one run. */
final class Examination {
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
        Respondent respondent = new Respondent();
        try (ServerClient client = ServerClient.startForTyping(services, respondent)) {
            for (ShellInfo shell : client.capabilities()
                    .capabilities()
                    .experimental()
                    .sandbox()
                    .shells()) {
                List<Finding> found = new ShellExamination(client, shell, services.asksForQuietShells()).findings();
                findings.addAll(found);
                working += found.get(0).ok() ? 1 : 0;
            }
            if (working > 0) {
                findings.add(inputRequired(client, respondent));
            }
        } catch (IOException e) {
            findings.add(Finding.bad("server", true, String.valueOf(e.getMessage()), "run sandshell serve to see why"));
            return;
        }
        if (working == 0) {
            findings.add(Finding.bad("shells", true, "none works", "install bash"));
        }
    }

    /** Answers the first command that waits for input. */
    private static final class Respondent implements SandboxClient {
        final CompletableFuture<String> waiting = new CompletableFuture<>();

        @Override
        public void execInputRequired(ExecInputRequiredNotification params) {
            waiting.complete(params.execId());
        }
    }

    /** A command that is answered once it is seen to wait, and that runs out of time where it is not. */
    private static Finding inputRequired(ServerClient client, Respondent respondent) {
        CompletableFuture<?> unused = respondent.waiting.thenCompose(
                execId -> client.server().write(new ExecWriteParams(execId, "seen\n", null, null)));
        String name = "input required";
        String advice = "let the server read /proc/PID/syscall of its own children (ptrace; containers, hardened"
                + " kernels); all else works without";
        String session = "doctor-input";
        try {
            client.await(client.server()
                    .createSession(new SessionCreateParams(session, null, null, null, null, null, null, null, "off")));
            ExecResult result = client.await(client.server()
                    .exec(new ExecParams(
                            "read answer; echo \"$answer\"",
                            session,
                            null,
                            null,
                            null,
                            null,
                            true,
                            null,
                            null,
                            3_000L,
                            null,
                            null,
                            "collect",
                            null,
                            null,
                            null,
                            null,
                            null,
                            null)));
            return "seen\n".equals(result.stdout())
                    ? Finding.good(name, false, "a command that waits for input is seen to")
                    : Finding.bad(name, false, "nobody is told that a command waits for input", advice);
        } catch (IOException e) {
            return Finding.bad(name, false, String.valueOf(e.getMessage()), advice);
        }
    }
}
