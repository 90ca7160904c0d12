package dev.sandshell.intellij.ide.settings;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The settings as the IDE writes them down: public fields that are never null, where empty and 0 mean that nothing is set.
 * Confined to one thread, but for one that is not changed any more.
 */
public final class SettingsState {
    static final int MOST_SCROLLBACK = 1_000_000;
    static final int MOST_FONT_SIZE = 100;

    /** The folder of the Java that runs the server. */
    public String javaHome = "";

    public boolean isShared = true;

    /** Another server than the one that comes with the plug-in. */
    public String serverJar = "";

    public String shell = "";

    public Startup startup = Startup.USER;

    /** What new sessions begin with, as {@link EnvironmentLines} has it. */
    public String environment = "";

    public boolean isOnTerminal = true;

    public boolean revealsTerminal = true;

    public boolean showsGutter = true;

    public int scrollback = 10_000;

    /** Of the terminal's font; the rest is as the IDE's consoles have it. */
    public String fontFamily = "";

    public int fontSize;

    SettingsState copy() {
        SettingsState copy = new SettingsState();
        copy.javaHome = javaHome;
        copy.isShared = isShared;
        copy.serverJar = serverJar;
        copy.shell = shell;
        copy.startup = startup;
        copy.environment = environment;
        copy.isOnTerminal = isOnTerminal;
        copy.revealsTerminal = revealsTerminal;
        copy.showsGutter = showsGutter;
        copy.scrollback = scrollback;
        copy.fontFamily = fontFamily;
        copy.fontSize = fontSize;
        return copy;
    }

    /** The same within bounds, since a file may have been written by hand. */
    SettingsState checked() {
        SettingsState checked = copy();
        checked.scrollback = Math.max(0, Math.min(scrollback, MOST_SCROLLBACK));
        checked.fontSize = Math.max(0, Math.min(fontSize, MOST_FONT_SIZE));
        return checked;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SettingsState that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return Objects.hash(values());
    }

    private List<Object> values() {
        return List.of(
                javaHome,
                isShared,
                serverJar,
                shell,
                startup,
                environment,
                isOnTerminal,
                revealsTerminal,
                showsGutter,
                scrollback,
                fontFamily,
                fontSize);
    }
}
