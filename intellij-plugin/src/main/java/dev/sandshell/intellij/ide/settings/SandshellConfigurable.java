package dev.sandshell.intellij.ide.settings;

import com.intellij.openapi.options.ConfigurationException;
import com.intellij.openapi.options.SearchableConfigurable;
import com.intellij.openapi.progress.ProgressManager;
import java.util.Optional;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** The page Tools | Sandshell of the settings. On the UI thread. */
public final class SandshellConfigurable implements SearchableConfigurable {
    static final String ID = "dev.sandshell.settings";
    static final String NAME = "Sandshell";

    private @Nullable SettingsPanel panel;

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayName() {
        return NAME;
    }

    @Override
    public JComponent createComponent() {
        SettingsPanel made = new SettingsPanel();
        panel = made;
        made.show(SandshellSettings.get().getState());
        return made.component();
    }

    @Override
    public boolean isModified() {
        return panel != null && !panel.read().equals(SandshellSettings.get().getState());
    }

    @Override
    public void reset() {
        if (panel != null) {
            panel.show(SandshellSettings.get().getState());
        }
    }

    @Override
    public void apply() throws ConfigurationException {
        if (panel == null) {
            return;
        }
        panel.commit();
        SettingsState wanted = panel.read();
        SettingsState before = SandshellSettings.get().getState();
        // A Java is tried, which takes a moment; the IDE paints meanwhile.
        Optional<String> error = ProgressManager.getInstance()
                .runProcessWithProgressSynchronously(
                        () -> SettingsCheck.errorIn(wanted, before), "Checking Sandshell's Settings", false, null);
        if (error.isPresent()) {
            throw new ConfigurationException(error.get());
        }
        SandshellSettings.get().set(wanted);
    }

    @Override
    public void disposeUIResources() {
        panel = null;
    }
}
