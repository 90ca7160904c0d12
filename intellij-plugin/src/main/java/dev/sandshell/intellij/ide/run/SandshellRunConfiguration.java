package dev.sandshell.intellij.ide.run;

import com.intellij.execution.Executor;
import com.intellij.execution.configurations.ConfigurationFactory;
import com.intellij.execution.configurations.LocatableConfigurationBase;
import com.intellij.execution.configurations.RunProfileState;
import com.intellij.execution.configurations.RuntimeConfigurationError;
import com.intellij.execution.configurations.RuntimeConfigurationException;
import com.intellij.execution.configurations.RuntimeConfigurationWarning;
import com.intellij.execution.runners.ExecutionEnvironment;
import com.intellij.openapi.options.SettingsEditor;
import com.intellij.openapi.project.Project;
import dev.sandshell.intellij.core.commands.VariableName;
import dev.sandshell.intellij.core.sessions.Outcome;
import dev.sandshell.intellij.ide.SandshellProjectService;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jdom.Element;
import org.jspecify.annotations.Nullable;

/** A command and where it runs, under a name of the user's. */
public final class SandshellRunConfiguration extends LocatableConfigurationBase<Element> {
    private static final int NAME = 40;

    private RunOptions options = RunOptions.NONE;

    SandshellRunConfiguration(Project project, ConfigurationFactory factory) {
        super(project, factory, "Sandshell");
    }

    RunOptions options() {
        return options;
    }

    void setOptions(RunOptions options) {
        this.options = options;
    }

    @Override
    public SettingsEditor<SandshellRunConfiguration> getConfigurationEditor() {
        return new RunEditor(getProject());
    }

    @Override
    public void checkConfiguration() throws RuntimeConfigurationException {
        if (options.command().isBlank()) {
            throw new RuntimeConfigurationError("The field “Command” is empty: say what is to be run.");
        }
        for (String name : options.environment().keySet()) {
            if (!VariableName.isValid(name)) {
                throw new RuntimeConfigurationError(
                        "The field “Environment variables” names “" + name + "”. " + VariableName.RULE);
            }
        }
        if (!isFolder(options.folder())) {
            // A command before it may make it.
            throw new RuntimeConfigurationWarning("The field “Working directory” names no folder.");
        }
    }

    private boolean isFolder(String folder) {
        try {
            return folder.isEmpty() || Files.isDirectory(folderOf(folder));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Where a folder of the user's is: relative ones begin in the project's. */
    Path folderOf(String folder) {
        return Path.of(SandshellProjectService.of(getProject()).current().folder())
                .resolve(folder);
    }

    @Override
    public RunProfileState getState(Executor executor, ExecutionEnvironment environment) {
        return new RunState(environment, this);
    }

    @Override
    public @Nullable String suggestedName() {
        return options.command().isBlank() ? null : Outcome.shortCommand(options.command(), NAME);
    }

    @Override
    public void readExternal(Element element) {
        super.readExternal(element);
        options = RunOptions.readFrom(element);
    }

    @Override
    public void writeExternal(Element element) {
        super.writeExternal(element);
        options.writeTo(element);
    }
}
