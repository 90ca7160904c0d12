package dev.sandshell.intellij.ide.run;

import com.intellij.execution.actions.ConfigurationContext;
import com.intellij.execution.actions.LazyRunConfigurationProducer;
import com.intellij.execution.configurations.ConfigurationFactory;
import com.intellij.execution.configurations.ConfigurationTypeUtil;
import com.intellij.openapi.util.Ref;
import com.intellij.openapi.vfs.VirtualFile;
import com.intellij.psi.PsiElement;
import com.intellij.psi.PsiFile;
import dev.sandshell.intellij.core.documents.ShellScript;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Offers to run a shell script in the project's session. It goes by the file alone, so no language plug-in is needed. */
public final class ShellScriptProducer extends LazyRunConfigurationProducer<SandshellRunConfiguration> {
    @Override
    public ConfigurationFactory getConfigurationFactory() {
        return ConfigurationTypeUtil.findConfigurationType(SandshellConfigurationType.class)
                .factory();
    }

    @Override
    protected boolean setupConfigurationFromContext(
            SandshellRunConfiguration configuration, ConfigurationContext context, Ref<PsiElement> source) {
        PsiFile script = fileOf(context);
        Optional<String> command = commandOf(script);
        if (script == null || command.isEmpty()) {
            return false;
        }
        configuration.setOptions(RunOptions.of(command.get()));
        configuration.setName(script.getName());
        return true;
    }

    @Override
    public boolean isConfigurationFromContext(SandshellRunConfiguration configuration, ConfigurationContext context) {
        return commandOf(fileOf(context))
                .filter(command -> command.equals(configuration.options().command()))
                .isPresent();
    }

    private static @Nullable PsiFile fileOf(ConfigurationContext context) {
        PsiElement place = context.getPsiLocation();
        return place == null ? null : place.getContainingFile();
    }

    private static Optional<String> commandOf(@Nullable PsiFile script) {
        VirtualFile onDisk = script == null ? null : script.getVirtualFile();
        if (script == null || onDisk == null || !onDisk.isInLocalFileSystem()) {
            return Optional.empty();
        }
        CharSequence text = script.getViewProvider().getContents();
        return ShellScript.interpreter(onDisk.getName(), text)
                .map(interpreter -> ShellScript.command(interpreter, onDisk.getPath()));
    }
}
