package dev.sandshell.intellij.ide;

import com.intellij.notification.Notification;
import com.intellij.notification.NotificationAction;
import com.intellij.notification.NotificationType;
import com.intellij.notification.Notifications;
import com.intellij.openapi.options.ShowSettingsUtil;
import com.intellij.openapi.project.Project;
import com.intellij.openapi.util.text.StringUtil;
import com.intellij.openapi.wm.StatusBar;
import dev.sandshell.intellij.core.server.Failures;
import dev.sandshell.intellij.core.server.JavaNotFoundException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What the user is told without having asked. Any thread may call. */
public final class Notices {
    /** The group of plugin.xml. */
    private static final String GROUP = "Sandshell";

    private Notices() {}

    /** Something went as it should; said where it does not disturb. */
    public static void tell(Project project, String message) {
        StatusBar.Info.set(message, project);
    }

    /** The same of what it comes to; complains where that fails. */
    public static void tellOf(Project project, CompletableFuture<String> message) {
        message.whenComplete((text, failure) -> {
            if (failure != null) {
                complain(project, failure);
            } else {
                tell(project, text);
            }
        });
    }

    /** Says nothing unless it fails. */
    public static void complainOf(Project project, CompletableFuture<?> doing) {
        doing.whenComplete((done, failure) -> {
            if (failure != null) {
                complain(project, failure);
            }
        });
    }

    /** A warning, with what can be done about it in the order of the map. */
    public static Notification warn(@Nullable Project project, String message, Map<String, Runnable> actions) {
        return show(project, message, NotificationType.WARNING, actions);
    }

    /** Something that was asked for could not be done; offers what helps. */
    public static void complain(@Nullable Project project, Throwable failure) {
        Throwable cause = Failures.causeOf(failure);
        SandshellApplicationService application = SandshellApplicationService.get();
        String message = Failures.messageOf(cause);
        application.log().warn(message);
        Map<String, Runnable> actions = cause instanceof JavaNotFoundException
                ? Map.of("Open Settings", () -> openSettings(project))
                : Map.of("Show Log", () -> application.showLog(project));
        show(project, message, NotificationType.ERROR, actions);
    }

    static Notification error(@Nullable Project project, String message, Map<String, Runnable> actions) {
        return show(project, message, NotificationType.ERROR, actions);
    }

    private static void openSettings(@Nullable Project project) {
        ShowSettingsUtil.getInstance().showSettingsDialog(project, "Sandshell");
    }

    private static Notification show(
            @Nullable Project project, String message, NotificationType type, Map<String, Runnable> actions) {
        // What commands and servers say is no markup.
        Notification notification = new Notification(GROUP, "Sandshell", StringUtil.escapeXmlEntities(message), type);
        actions.forEach((text, run) -> notification.addAction(NotificationAction.createSimple(text, () -> {
            notification.expire();
            run.run();
        })));
        Notifications.Bus.notify(notification, project);
        return notification;
    }
}
