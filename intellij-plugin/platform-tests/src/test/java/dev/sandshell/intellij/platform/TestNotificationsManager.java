package dev.sandshell.intellij.platform;

import com.intellij.notification.Notification;
import com.intellij.notification.NotificationsManager;
import com.intellij.openapi.project.Project;
import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/** Shows nothing; what there is to be shown {@link TestNotifications} has. */
final class TestNotificationsManager extends NotificationsManager {
    @Override
    public void expire(Notification notification) {}

    @Override
    @SuppressWarnings("unchecked")
    public <T extends Notification> T[] getNotificationsOfType(Class<T> type, @Nullable Project project) {
        return (T[]) Array.newInstance(type, 0);
    }
}
