package dev.sandshell.intellij.core.terminal.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.protocol.TerminalSize;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** An owner, and a clipboard, that remember what they were told. */
final class RecordingOwner implements TerminalView.Owner, TerminalClipboard {
    final StringBuilder typed = new StringBuilder();
    final List<TerminalSize> sizes = new ArrayList<>();
    final List<TerminalLink> opened = new ArrayList<>();

    @Nullable
    String clipboard;

    @Nullable
    String primary;

    int ownKey = -1;

    private static void onEvents() {
        assertThat(SwingUtilities.isEventDispatchThread()).isTrue();
    }

    /** What was typed since this was asked last. */
    String takeTyped() {
        String taken = typed.toString();
        typed.setLength(0);
        return taken;
    }

    @Override
    public void typed(String text) {
        onEvents();
        typed.append(text);
    }

    @Override
    public void resized(TerminalSize size) {
        onEvents();
        sizes.add(size);
    }

    @Override
    public void open(TerminalLink link) {
        onEvents();
        opened.add(link);
    }

    @Override
    public Path folder() {
        onEvents();
        return Path.of("/project");
    }

    @Override
    public boolean ownsKey(KeyEvent event) {
        onEvents();
        return event.getKeyCode() == ownKey;
    }

    @Override
    public void copy(String text) {
        onEvents();
        clipboard = text;
    }

    @Override
    public @Nullable String paste() {
        onEvents();
        return clipboard;
    }

    @Override
    public void select(String text) {
        onEvents();
        primary = text;
    }

    @Override
    public @Nullable String selected() {
        onEvents();
        return primary;
    }
}
