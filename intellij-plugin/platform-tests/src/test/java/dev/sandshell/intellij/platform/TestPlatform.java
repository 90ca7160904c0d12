package dev.sandshell.intellij.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.intellij.ide.DataManager;
import com.intellij.ide.UiActivityMonitor;
import com.intellij.ide.UiActivityMonitorImpl;
import com.intellij.ide.actions.ActionsCollector;
import com.intellij.ide.browsers.BrowserLauncher;
import com.intellij.ide.impl.DataManagerImpl;
import com.intellij.ide.ui.NotRoamableUiSettings;
import com.intellij.ide.ui.UISettings;
import com.intellij.mock.MockApplicationEx;
import com.intellij.mock.MockFileTypeManager;
import com.intellij.mock.MockProjectEx;
import com.intellij.mock.MockPsiManager;
import com.intellij.notification.Notifications;
import com.intellij.notification.NotificationsManager;
import com.intellij.openapi.Disposable;
import com.intellij.openapi.actionSystem.ActionManager;
import com.intellij.openapi.application.ApplicationManager;
import com.intellij.openapi.application.TransactionGuard;
import com.intellij.openapi.application.TransactionGuardImpl;
import com.intellij.openapi.editor.LazyRangeMarkerFactory;
import com.intellij.openapi.editor.colors.EditorColorsManager;
import com.intellij.openapi.editor.colors.impl.AppEditorFontOptions;
import com.intellij.openapi.editor.impl.LazyRangeMarkerFactoryImpl;
import com.intellij.openapi.extensions.Extensions;
import com.intellij.openapi.extensions.ExtensionsArea;
import com.intellij.openapi.fileEditor.FileEditorManager;
import com.intellij.openapi.fileTypes.FileTypeManager;
import com.intellij.openapi.fileTypes.UnknownFileType;
import com.intellij.openapi.ide.CopyPasteManager;
import com.intellij.openapi.progress.ProgressManager;
import com.intellij.openapi.project.Project;
import com.intellij.openapi.ui.DialogWrapperPeerFactory;
import com.intellij.openapi.ui.messages.MessagesService;
import com.intellij.openapi.ui.popup.JBPopupFactory;
import com.intellij.openapi.ui.popup.StackingPopupDispatcher;
import com.intellij.openapi.util.Disposer;
import com.intellij.openapi.vfs.VirtualFileManager;
import com.intellij.openapi.vfs.VirtualFileSystem;
import com.intellij.openapi.vfs.impl.VirtualFileManagerImpl;
import com.intellij.openapi.vfs.local.CoreLocalFileSystem;
import com.intellij.openapi.wm.IdeFocusManager;
import com.intellij.openapi.wm.PassThroughIdeFocusManager;
import com.intellij.openapi.wm.StatusBar;
import com.intellij.openapi.wm.ToolWindowManager;
import com.intellij.openapi.wm.WindowManager;
import com.intellij.openapi.wm.impl.TestWindowManager;
import com.intellij.openapi.wm.impl.ToolWindowHeadlessManagerImpl;
import com.intellij.psi.PsiManager;
import com.intellij.ui.content.ContentFactory;
import com.intellij.ui.content.ContentFactoryImpl;
import com.intellij.ui.popup.PopupFactoryImpl;
import com.intellij.ui.popup.StackingPopupDispatcherImpl;
import dev.sandshell.intellij.ide.settings.SandshellSettings;
import dev.sandshell.intellij.ide.settings.SettingsState;
import dev.sandshell.intellij.ide.settings.Startup;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An application and a project with the services that our plugin.xml declares, and as much of the platform's own as those
 * ask for. With {@link #close} all of it is disposed of, which is how an IDE unloads a plug-in.
 */
final class TestPlatform implements AutoCloseable {
    private final Disposable root = Disposer.newDisposable();
    private final TestApplication application = new TestApplication(root);
    private final TestActions actions;
    private final TestColours colours;
    /** What has failed where nobody looks, such as on the UI thread. */
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    private final TestMessages messages = new TestMessages(application);
    private final UiThreadWatch watch = new UiThreadWatch();
    private final TestProgress progress = new TestProgress();
    private final TestNotifications notifications = new TestNotifications();
    private final TestStatusBar told = new TestStatusBar();
    private final TestBrowser browser = new TestBrowser();
    private final TestEditors editors;
    private final MockProjectEx project;
    private final TestToolWindows tools;

    TestPlatform(Path folder) {
        ApplicationManager.setApplication(application, root);
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            failure.printStackTrace();
            failures.add(failure);
        });
        application.registerService(ContentFactory.class, ContentFactoryImpl.class);
        knowArea();
        project = new MockProjectEx(root) {
            @Override
            public String getBasePath() {
                return folder.toString();
            }

            @Override
            public boolean isOpen() {
                return !isDisposed();
            }
        };
        PluginDescriptor.registerServicesOf(application, root);
        PluginDescriptor.registerServicesOf(project);
        application.registerService(UISettings.class, new UISettings(new NotRoamableUiSettings()));
        actions = new TestActions();
        application.addComponent(ActionManager.class, actions);
        application.registerService(DialogWrapperPeerFactory.class, new TestDialogs());
        application.registerService(ProgressManager.class, progress);
        application.registerService(MessagesService.class, messages.service());
        application.registerService(ActionsCollector.class, new TestCollector());
        application.registerService(NotificationsManager.class, new TestNotificationsManager());
        application.registerService(AppEditorFontOptions.class, new AppEditorFontOptions());
        colours = new TestColours();
        application.registerService(EditorColorsManager.class, colours);
        application.registerService(CopyPasteManager.class, new TestClipboard());
        application.registerService(BrowserLauncher.class, browser);
        application.registerService(JBPopupFactory.class, new PopupFactoryImpl());
        application.registerService(WindowManager.class, new TestWindowManager());
        application.registerService(StackingPopupDispatcher.class, (StackingPopupDispatcher)
                PluginDescriptor.make(StackingPopupDispatcherImpl.class.getName(), null, root));
        application.registerService(UiActivityMonitor.class, new UiActivityMonitorImpl());
        application.registerService(TransactionGuard.class, new TransactionGuardImpl());
        addExtensionPoint("com.intellij.getDataRule", "com.intellij.util.KeyedLazyInstanceEP");
        application.addComponent(DataManager.class, new DataManagerImpl());
        project.addComponent(PsiManager.class, new MockPsiManager(project));
        project.addComponent(IdeFocusManager.class, PassThroughIdeFocusManager.getInstance());
        tools = new TestToolWindows(project);
        editors = new TestEditors(project);
        project.addComponent(ToolWindowManager.class, tools);
        project.getMessageBus().connect().subscribe(Notifications.TOPIC, notifications);
        application.getMessageBus().connect().subscribe(Notifications.TOPIC, notifications);
        project.getMessageBus().connect().subscribe(StatusBar.Info.TOPIC, told);
        project.addComponent(FileEditorManager.class, editors);
        project.registerService(LazyRangeMarkerFactory.class, new LazyRangeMarkerFactoryImpl(project));
        application.addComponent(FileTypeManager.class, new MockFileTypeManager(UnknownFileType.INSTANCE));
        VirtualFileSystem[] disk = {new CoreLocalFileSystem()};
        application.addComponent(
                VirtualFileManager.class, new VirtualFileManagerImpl(disk, application.getMessageBus()));
        SettingsState settings = new SettingsState();
        settings.serverJar = System.getProperty("sandshell.jar");
        settings.isShared = false;
        settings.startup = Startup.CLEAN;
        SandshellSettings.get().loadState(settings);
    }

    /** The platform remembers it for the life of the process. */
    private static boolean areaIsKnown;

    private static void knowArea() {
        if (!areaIsKnown) {
            Extensions.registerAreaClass("IDEA_PROJECT", null);
            areaIsKnown = true;
        }
    }

    /** One that a part of the platform's own asks for; it stays for the life of the process. */
    static void addExtensionPoint(String name, String type) {
        ExtensionsArea area = Extensions.getRootArea();
        if (!area.hasExtensionPoint(name)) {
            area.registerExtensionPoint(name, type);
        }
    }

    Project project() {
        return project;
    }

    MockApplicationEx application() {
        return application;
    }

    TestActions actions() {
        return actions;
    }

    TestMessages messages() {
        return messages;
    }

    TestProgress progress() {
        return progress;
    }

    TestNotifications notifications() {
        return notifications;
    }

    /** What the status bar has said. */
    List<String> told() {
        return told.said();
    }

    /** The addresses that were to be opened. */
    List<String> browsed() {
        return browser.opened();
    }

    TestEditors editors() {
        return editors;
    }

    TestColours colours() {
        return colours;
    }

    /** Our tool window, as {@code ToolWindowManager} knows it. */
    TestToolWindow sandshell() {
        return tools.window();
    }

    /** What is disposed of with the platform. */
    Disposable root() {
        return root;
    }

    /** A tool window as the platform makes one where there is no frame. */
    ToolWindowHeadlessManagerImpl.MockToolWindow toolWindow() {
        return new ToolWindowHeadlessManagerImpl.MockToolWindow(project);
    }

    /** On the UI thread, as the platform does it. */
    @Override
    public void close() {
        Waiting.onUi(() -> {
            Disposer.dispose(root);
            return null;
        });
    }

    /** The same, and nothing of the plug-in is left: no thread, no process. */
    void closeAndProveIt() {
        close();
        watch.close();
        assertThat(failures).isEmpty();
        assertThat(watch.found()).as("waits on the UI thread").isEmpty();
        Waiting.until(() -> ourThreads().isEmpty(), TestPlatform::ourThreads);
        Waiting.until(() -> children().isEmpty(), TestPlatform::children);
    }

    private static List<String> ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("sandshell-") || name.startsWith("terminal-"))
                .sorted()
                .toList();
    }

    private static List<String> children() {
        return ProcessHandle.current()
                .descendants()
                .map(process -> process.info().commandLine().orElse("?"))
                .toList();
    }
}
