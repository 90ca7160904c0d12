package dev.sandshell.intellij.ide.run;

import com.intellij.execution.configurations.CommandLineState;
import com.intellij.execution.process.ProcessHandler;
import com.intellij.execution.runners.ExecutionEnvironment;
import dev.sandshell.intellij.core.process.ProcessCommand;
import dev.sandshell.intellij.ide.CurrentSession;
import dev.sandshell.intellij.ide.SandshellProjectService;

/** One run of a configuration, as that was when it began. */
final class RunState extends CommandLineState {
    private final SandshellProjectService service;
    private final RunOptions options;
    private final ProcessCommand command;

    RunState(ExecutionEnvironment environment, SandshellRunConfiguration configuration) {
        super(environment);
        service = SandshellProjectService.of(configuration.getProject());
        options = configuration.options();
        String folder = options.folder();
        command = new ProcessCommand(
                options.command(),
                folder.isEmpty() ? null : configuration.folderOf(folder).toString(),
                options.environment());
    }

    @Override
    protected ProcessHandler startProcess() {
        CurrentSession current = service.current();
        return new SessionProcessHandler(service.sessions(), () -> current.named(options.session()), command);
    }
}
