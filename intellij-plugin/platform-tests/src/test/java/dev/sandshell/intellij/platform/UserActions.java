package dev.sandshell.intellij.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.intellij.openapi.actionSystem.AnAction;
import com.intellij.openapi.actionSystem.AnActionEvent;
import com.intellij.openapi.actionSystem.CommonDataKeys;
import com.intellij.openapi.editor.Editor;
import java.awt.EventQueue;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Our actions as an IDE asks and performs them. */
record UserActions(TestPlatform platform) {
    /** All that can be performed, groups left out. */
    TreeSet<String> all() {
        TreeSet<String> all = new TreeSet<>();
        for (String id : platform.actions().getActionIds("Sandshell.")) {
            if (!platform.actions().isGroup(id)) {
                all.add(id);
            }
        }
        return all;
    }

    /** Those that make sense now, outside of any editor. */
    TreeSet<String> enabled() {
        TreeSet<String> enabled = all();
        enabled.removeIf(id -> !isEnabled(platform.actions().getAction(id), event(id, null)));
        return enabled;
    }

    void perform(String id) {
        perform(id, null);
    }

    /** In an editor. */
    void perform(String id, @Nullable Editor editor) {
        AnAction action = platform.actions().getAction(id);
        AnActionEvent event = event(id, editor);
        assertThat(isEnabled(action, event)).as(id).isTrue();
        Waiting.onUi(() -> {
            action.actionPerformed(event);
            return null;
        });
    }

    /** Does not wait for it: it asks something in a dialog. */
    void begin(String id) {
        AnAction action = platform.actions().getAction(id);
        AnActionEvent event = event(id, null);
        assertThat(isEnabled(action, event)).as(id).isTrue();
        EventQueue.invokeLater(() -> action.actionPerformed(event));
    }

    private static boolean isEnabled(AnAction action, AnActionEvent event) {
        action.update(event);
        return event.getPresentation().isEnabled();
    }

    private AnActionEvent event(String id, @Nullable Editor editor) {
        return AnActionEvent.createFromAnAction(
                platform.actions().getAction(id),
                null,
                "test",
                key -> CommonDataKeys.PROJECT.is(key)
                        ? platform.project()
                        : CommonDataKeys.EDITOR.is(key) ? editor : null);
    }
}
