package dev.sandshell.intellij.ide.actions;

import dev.sandshell.intellij.core.commands.RunRequest;

/** Asks for a command and runs it so that the shell stays free. */
public final class RunInBackgroundAction extends RunCommandAction {
    @Override
    RunRequest requestOf(String command) {
        return RunRequest.inBackground(command);
    }

    @Override
    String title() {
        return "Run Command in Background";
    }
}
