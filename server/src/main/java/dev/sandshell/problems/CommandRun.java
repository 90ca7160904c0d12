package dev.sandshell.problems;

import com.google.common.collect.ImmutableList;
import dev.sandshell.diagnostics.CommandFindings;
import dev.sandshell.diagnostics.Finding;
import dev.sandshell.protocol.Diagnostic;
import dev.sandshell.session.ExecResult;
import dev.sandshell.session.ExecView;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** One run of a command, and what it has said about files so far. Confined to the scheduler. */
final class CommandRun {
    private final String sessionId;
    private final String command;
    private final CommandFindings findings;
    private final Set<String> folders = new LinkedHashSet<>();
    private Set<Finding> missing = Set.of();
    private boolean isMissingDue;

    /** By the URI of the file. */
    final Map<String, Set<Diagnostic>> files = new HashMap<>();

    /** Whether what was found will be looked for. */
    boolean isDue;

    /** Whether a worker looks for its files. */
    boolean isLookedFor;

    CommandRun(ExecView exec) {
        sessionId = exec.sessionId();
        command = exec.command().strip();
        findings = new CommandFindings(command);
        folders.add(exec.cwd());
    }

    String sessionId() {
        return sessionId;
    }

    /** The same for each run of the same command in the same session. */
    String key() {
        return sessionId + '\0' + command;
    }

    /** Where its files may be. */
    ImmutableList<String> folders() {
        return ImmutableList.<String>builder()
                .addAll(folders)
                .addAll(findings.folders())
                .build();
    }

    /** Answers whether something has been found. */
    boolean accept(String stream, String text) {
        findings.accept(stream, text);
        return findings.hasFresh();
    }

    /** It may have gone to another folder. */
    void exited(ExecResult result) {
        if (folders.add(result.cwd())) {
            isMissingDue = true;
        }
        end();
    }

    void end() {
        findings.end();
    }

    boolean hasUnplaced() {
        return findings.hasFresh() || (isMissingDue && !missing.isEmpty());
    }

    /** What was found since the last time; and once the folders have changed, that whose file was not there. */
    ImmutableList<Finding> takeUnplaced() {
        ImmutableList.Builder<Finding> taken = ImmutableList.<Finding>builder();
        if (isMissingDue) {
            isMissingDue = false;
            taken.addAll(missing);
            missing = Set.of();
        }
        return taken.addAll(findings.takeFresh()).build();
    }

    /** The files of these were not there. */
    void keepMissing(Collection<Finding> more) {
        Set<Finding> all = new LinkedHashSet<>(missing);
        all.addAll(more);
        missing = all;
    }
}
