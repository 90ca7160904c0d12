package dev.sandshell.intellij.ide.settings;

import com.intellij.util.messages.Topic;

/** Told on the thread that has changed a setting, which is that of the UI. */
@FunctionalInterface
public interface SettingsListener {
    /** Of the application's message bus. */
    Topic<SettingsListener> TOPIC = Topic.create("Sandshell's settings", SettingsListener.class);

    void settingsChanged();
}
