package dev.sandshell.intellij.ide.run;

import com.intellij.execution.configurations.ConfigurationFactory;
import com.intellij.execution.configurations.ConfigurationTypeBase;
import com.intellij.execution.configurations.RunConfiguration;
import com.intellij.openapi.project.Project;
import com.intellij.openapi.util.IconLoader;

/** The kind "Sandshell" of run configurations. */
public final class SandshellConfigurationType extends ConfigurationTypeBase {
    /** As it is written down in projects. */
    static final String ID = "Sandshell";

    public SandshellConfigurationType() {
        super(
                ID,
                "Sandshell",
                "Runs a command in a persistent shell session",
                IconLoader.getIcon("/icons/session.svg", SandshellConfigurationType.class));
        addFactory(new ConfigurationFactory(this) {
            @Override
            public String getId() {
                return ID;
            }

            @Override
            public RunConfiguration createTemplateConfiguration(Project project) {
                return new SandshellRunConfiguration(project, this);
            }
        });
    }

    ConfigurationFactory factory() {
        return getConfigurationFactories()[0];
    }
}
