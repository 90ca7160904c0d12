package dev.sandshell.shell;

import dev.sandshell.concurrent.ByteBudget;
import dev.sandshell.policy.Limits;
import dev.sandshell.posix.EventLoop;
import java.util.concurrent.Executor;

/** What all shells of a server share. */
record ShellSurroundings(
        EventLoop loop,
        Executor workers,
        Limits limits,
        ByteBudget inputBudget,
        StatusFiles statusFiles,
        Guardian guardian,
        Orphans orphans,
        ProcessSurvey survey,
        RuntimeFolder runtimeFolder) {

    /** The keys of one more session. */
    TypedKeys typedKeys() {
        return new TypedKeys(limits.memory().inputPerCommand(), inputBudget);
    }
}
