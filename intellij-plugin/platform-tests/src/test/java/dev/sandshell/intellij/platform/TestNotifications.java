package dev.sandshell.intellij.platform;

import com.intellij.notification.Notification;
import com.intellij.notification.NotificationAction;
import com.intellij.notification.NotificationDisplayType;
import com.intellij.notification.Notifications;
import com.intellij.openapi.actionSystem.AnAction;
import com.intellij.openapi.actionSystem.AnActionEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the user has been told. */
final class TestNotifications implements Notifications {
    private final List<Notification> all = new CopyOnWriteArrayList<>();

    @Override
    public void notify(Notification notification) {
        all.add(notification);
    }

    @Override
    public void register(String group, NotificationDisplayType type) {}

    @Override
    public void register(String group, NotificationDisplayType type, boolean isLogged) {}

    @Override
    public void register(String group, NotificationDisplayType type, boolean isLogged, boolean isReadAloud) {}

    /** Each as {@code WARNING false: exit 1 in 3 ms}. */
    List<String> texts() {
        return all.stream()
                .map(shown -> shown.getType() + " " + shown.getContent())
                .toList();
    }

    List<String> actions(int index) {
        return all.get(index).getActions().stream()
                .map(action -> action.getTemplatePresentation().getText())
                .toList();
    }

    /** Chooses what the last one offers. */
    void choose(String text) {
        Notification last = all.get(all.size() - 1);
        for (AnAction action : last.getActions()) {
            if (text.equals(action.getTemplatePresentation().getText())
                    && action instanceof NotificationAction chosen) {
                Waiting.onUi(() -> {
                    chosen.actionPerformed(AnActionEvent.createFromDataContext("test", null, id -> null), last);
                    return null;
                });
                return;
            }
        }
        throw new AssertionError(text + " is not offered");
    }
}
