package dev.sandshell.cli;

import com.google.common.collect.ImmutableSet;
import dev.sandshell.protocol.ExecParams;
import dev.sandshell.protocol.ExecResult;
import dev.sandshell.protocol.SessionCreateParams;
import dev.sandshell.protocol.SessionInputParams;
import dev.sandshell.protocol.SessionParams;
import dev.sandshell.protocol.ShellInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code sandshell doctor} finds about one shell: whether it answers, and whether it is driven at its prompt, where a
 * person can type, or quietly; then the same with the user's start-up files. How it is driven is found as a person would:
 * a line is typed, and what comes of it is looked for in the shell. Made for one run.
 */
final class ShellExamination {
    /** Those whose line editor can be driven. */
    private static final ImmutableSet<String> HAVE_PROMPTS = ImmutableSet.of("bash", "zsh");

    private final ServerClient client;
    private final ShellInfo shell;
    private final boolean isQuietAsked;

    ShellExamination(ServerClient client, ShellInfo shell, boolean isQuietAsked) {
        this.client = client;
        this.shell = shell;
        this.isQuietAsked = isQuietAsked;
    }

    /** The first is about the shell itself. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(clean());
        // Where it is quiet there is no telling whether it has read them or has begun again without.
        if (findings.get(0).ok() && isToHavePrompt()) {
            findings.add(withUserFiles());
        }
        return findings;
    }

    private boolean isToHavePrompt() {
        return HAVE_PROMPTS.contains(shell.name()) && !isQuietAsked;
    }

    private Finding clean() {
        String name = "shell " + shell.name();
        String what = shell.path() + (shell.version().isEmpty() ? "" : ", version " + shell.version());
        String session = "doctor-" + shell.name();
        String advice = "run it by hand to see what it says";
        try {
            create(session, "clean");
            exec(session, "cd / && answer=42");
            long start = System.nanoTime();
            String answer = exec(session, "echo \"$answer $PWD\"");
            double millis = Math.round((System.nanoTime() - start) / 100_000.0) / 10.0;
            if (!"42 /\n".equals(answer)) {
                return Finding.bad(name, false, what + " answered \"" + answer + "\"", advice);
            }
            boolean isAtPrompt = isDrivenAtPrompt(session);
            String detail =
                    what + ", answers in " + millis + " ms, driven " + (isAtPrompt ? "at its prompt" : "quietly");
            return isAtPrompt || !isToHavePrompt()
                    ? Finding.good(name, false, detail)
                    : Finding.bad(
                            name,
                            false,
                            detail + ", since it did not come to its prompt",
                            "commands run, but nobody can type in its sessions; see that it is complete and its"
                                    + " version no older than bash 4.4 or zsh 5.3");
        } catch (IOException e) {
            return Finding.bad(name, false, what + ": " + e.getMessage(), advice);
        }
    }

    private Finding withUserFiles() {
        String name = "shell " + shell.name() + " with your start-up files";
        String session = "doctor-" + shell.name() + "-user";
        String files = "zsh".equals(shell.name()) ? "~/.zshenv and ~/.zshrc" : "~/.bashrc";
        String advice = "look in " + files + " for what ends the shell (exit, set -e), replaces it (exec) or keeps it"
                + " waiting";
        try {
            create(session, "user");
            // What is typed is not for the user's history.
            exec(session, "unset HISTFILE");
            return isDrivenAtPrompt(session)
                    ? Finding.good(name, false, "driven at its prompt")
                    : Finding.bad(
                            name,
                            false,
                            "it ends or does not come to its prompt; sessions with \"startup\": \"user\" go on without"
                                    + " those files and quietly, so that nobody can type there",
                            advice);
        } catch (IOException e) {
            return Finding.bad(name, false, String.valueOf(e.getMessage()), advice);
        } finally {
            delete(session);
        }
    }

    /** What is typed before a call is run before it, where it is run at all. */
    private boolean isDrivenAtPrompt(String session) throws IOException {
        client.await(client.server().input(new SessionInputParams(session, "doctor=typed\r", null)));
        return "typed\n".equals(exec(session, "echo \"${doctor-}\""));
    }

    private void create(String session, String startup) throws IOException {
        client.await(client.server()
                .createSession(
                        new SessionCreateParams(session, null, null, null, shell.path(), startup, null, null, "off")));
    }

    private void delete(String session) {
        // What comes of it is nobody's concern: the server is about to end.
        var unused = client.server().deleteSession(new SessionParams(session));
    }

    private String exec(String session, String text) throws IOException {
        ExecResult result = client.await(client.server()
                .exec(new ExecParams(
                        text, session, null, null, null, null, null, null, null, 10_000L, null, null, "collect", null,
                        null, null, null, null, null)));
        return String.valueOf(result.stdout());
    }
}
