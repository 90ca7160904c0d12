package dev.sandshell.intellij.ide.toolwindow;

import com.intellij.ide.IdeEventQueue;
import com.intellij.openapi.Disposable;
import com.intellij.openapi.actionSystem.DataProvider;
import com.intellij.openapi.application.ApplicationManager;
import com.intellij.openapi.editor.colors.EditorColorsListener;
import com.intellij.openapi.editor.colors.EditorColorsManager;
import com.intellij.util.concurrency.AppExecutorUtil;
import com.intellij.util.messages.MessageBusConnection;
import dev.sandshell.intellij.core.sessions.SessionTerminal;
import dev.sandshell.intellij.core.sessions.SessionView;
import dev.sandshell.intellij.core.sessions.Sessions;
import dev.sandshell.intellij.core.terminal.emulator.XtermEmulator;
import dev.sandshell.intellij.core.terminal.view.TerminalLink;
import dev.sandshell.intellij.core.terminal.view.TerminalPane;
import dev.sandshell.intellij.core.terminal.view.TerminalView;
import dev.sandshell.intellij.ide.SandshellDataKeys;
import dev.sandshell.intellij.ide.settings.SandshellSettings;
import dev.sandshell.intellij.ide.settings.SettingsListener;
import dev.sandshell.protocol.TerminalSize;
import java.awt.AWTEvent;
import java.awt.BorderLayout;
import java.awt.KeyboardFocusManager;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javax.swing.JComponent;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;

/** A session's terminal in a tab, with its tool bar, its scroll bar, and what one looks for in it. On the UI thread. */
final class SessionTab extends JPanel implements DataProvider, Disposable {
    private static final long serialVersionUID = 1;

    private final transient SessionView session;
    private final transient SessionTerminal terminal;
    private final transient TerminalView view;
    private final transient IdeKeys keys = new IdeKeys();

    SessionTab(SessionView session, Sessions sessions, LinkOpener links) {
        super(new BorderLayout());
        this.session = session;
        int history = SandshellSettings.get().scrollback();
        terminal = new SessionTerminal(
                session.id(),
                sessions,
                listener -> new XtermEmulator(session.session().size(), listener, history),
                new SessionTerminal.Listener() {});
        view = new TerminalView(
                terminal.model(),
                new Owner(links),
                new IdeColours(),
                new IdeFonts(),
                new IdeClipboard(AppExecutorUtil.getAppExecutorService()),
                AppExecutorUtil.getAppExecutorService());
        TerminalPane pane = new TerminalPane(view);
        add(pane, BorderLayout.CENTER);
        add(SessionActions.toolbar(view), BorderLayout.WEST);
        SessionActions.installMenu(pane);
        view.addFocusListener(new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent event) {
                fit();
            }
        });
        IdeEventQueue.getInstance().addDispatcher(this::dispatch, this);
        MessageBusConnection bus =
                ApplicationManager.getApplication().getMessageBus().connect(this);
        bus.subscribe(EditorColorsManager.TOPIC, (EditorColorsListener) scheme -> view.lookChanged());
        bus.subscribe(SettingsListener.TOPIC, view::lookChanged);
    }

    /** Shows what has been and what is. */
    void open() {
        // Where it fails, the screen says why.
        CompletableFuture<?> unused = terminal.open();
    }

    SessionView session() {
        return session;
    }

    /** What has the keyboard. */
    JComponent focused() {
        return view;
    }

    /** Whether a program has the whole of it. */
    boolean isOnOtherScreen() {
        return terminal.model().read(emulator -> emulator.modes().isAlternateScreen());
    }

    /** It has come to the front, or is typed into: of several tabs on the session, its size is this one's again. */
    void fit() {
        terminal.fit();
    }

    @Override
    public @Nullable Object getData(String dataId) {
        return SandshellDataKeys.SESSION_ID.is(dataId) ? session.id() : null;
    }

    /** The look and feel is another one, and with it perhaps fonts. */
    @Override
    public void updateUI() {
        super.updateUI();
        // Called by the constructor above, too.
        if (view != null) {
            view.lookChanged();
        }
    }

    @Override
    public void dispose() {
        terminal.close();
    }

    /** Brings a key to the shell before the IDE sees it, unless it is the IDE's. */
    private boolean dispatch(AWTEvent event) {
        if (!(event instanceof KeyEvent key) || !view.isFocusOwner() || keys.take(key)) {
            return false;
        }
        KeyboardFocusManager.getCurrentKeyboardFocusManager().redispatchEvent(view, key);
        return true;
    }

    /** What the terminal asks of the tab. */
    private final class Owner implements TerminalView.Owner {
        private final LinkOpener links;

        Owner(LinkOpener links) {
            this.links = links;
        }

        @Override
        public void typed(String text) {
            terminal.type(text);
        }

        @Override
        public void resized(TerminalSize size) {
            terminal.resize(size);
        }

        @Override
        public void open(TerminalLink link) {
            links.open(link);
        }

        @Override
        public Path folder() {
            return Path.of(session.session().cwd());
        }

        @Override
        public boolean ownsKey(KeyEvent event) {
            return false;
        }
    }
}
