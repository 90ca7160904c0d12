package dev.sandshell.intellij.ide.toolwindow;

import com.intellij.openapi.Disposable;
import com.intellij.openapi.actionSystem.ActionManager;
import com.intellij.openapi.project.Project;
import com.intellij.openapi.wm.ToolWindow;
import com.intellij.openapi.wm.ToolWindowManager;
import com.intellij.openapi.wm.ex.ToolWindowEx;
import com.intellij.ui.content.Content;
import com.intellij.ui.content.ContentManager;
import com.intellij.ui.content.ContentManagerEvent;
import com.intellij.ui.content.ContentManagerListener;
import dev.sandshell.intellij.core.concurrent.Registration;
import dev.sandshell.intellij.core.sessions.Happening;
import dev.sandshell.intellij.core.sessions.SessionEvent;
import dev.sandshell.intellij.core.sessions.SessionView;
import dev.sandshell.intellij.core.sessions.Sessions;
import dev.sandshell.intellij.core.sessions.SessionsListener;
import dev.sandshell.intellij.ide.CurrentSession;
import dev.sandshell.intellij.ide.Notices;
import dev.sandshell.intellij.ide.SandshellWorkspace;
import dev.sandshell.intellij.ide.UiThread;
import java.awt.event.HierarchyEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tabs of a project's tool window, at most one a session. They come back with the project. On the UI thread, but for what
 * says otherwise.
 */
public final class SessionTabs implements ContentManagerListener, SessionsListener, Disposable {
    /** The tool window's id, which is what it is called as well. */
    public static final String TITLE = "Sandshell";

    private final Project project;
    private final Sessions sessions;
    private final CurrentSession current;
    private final SandshellWorkspace workspace;
    private final UiThread ui;
    private final TabTitles titles;
    private final Registration listening;
    private final Map<String, Content> open = new LinkedHashMap<>();
    private volatile @Nullable String front;
    private boolean isRemembering;

    public SessionTabs(Project project, Sessions sessions, CurrentSession current, UiThread ui) {
        this.project = project;
        this.sessions = sessions;
        this.current = current;
        this.ui = ui;
        workspace = SandshellWorkspace.of(project);
        titles = new TabTitles(workspace);
        listening = sessions.addListener(this);
    }

    /** The tool window is shown for the first time. */
    public void fill(ToolWindow window) {
        ContentManager manager = window.getContentManager();
        manager.addContentManagerListener(this);
        window.setToHideOnEmptyContent(true);
        if (window instanceof ToolWindowEx extended) {
            extended.setTabActions(ActionManager.getInstance().getAction(SessionActions.NEW_SESSION));
            extended.setAdditionalGearActions(SessionActions.session());
        }
        manager.getComponent().addHierarchyListener(event -> {
            if ((event.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0
                    && manager.getComponent().isShowing()
                    && isRemembering) {
                beginIfEmpty(manager);
            }
        });
        restore(manager);
    }

    /** Shows a session's tab; one that a program has put something else before it, too. */
    public void reveal(SessionView view, boolean withKeyboard) {
        ToolWindow window = ToolWindowManager.getInstance(project).getToolWindow(TITLE);
        if (window == null) {
            return;
        }
        ContentManager manager = window.getContentManager();
        manager.setSelectedContent(add(manager, view), withKeyboard);
        if (withKeyboard) {
            window.activate(null);
        } else if (!window.isVisible()) {
            window.show(null);
        }
    }

    /** Goes to the tab of a session, if it has one. */
    public void activate(String sessionId) {
        SessionView view = sessions.get(sessionId);
        if (view != null && open.containsKey(sessionId)) {
            reveal(view, true);
        }
    }

    /** Whether what is typed goes to a session. */
    public boolean isFocused(String sessionId) {
        SessionTab tab = tab(sessionId);
        return tab != null && tab.focused().isFocusOwner();
    }

    /** Whether a program has all of a session's terminal. */
    public boolean isOnOtherScreen(String sessionId) {
        SessionTab tab = tab(sessionId);
        return tab != null && tab.isOnOtherScreen();
    }

    /** The session of the tab in front; null without tabs. Any thread may ask. */
    public @Nullable String front() {
        return front;
    }

    /** What a session is called in this project. Any thread may ask. */
    public String nameOf(SessionView view) {
        return titles.nameOf(view);
    }

    /** Calls a session something else in this project; an empty name gives it back its own. */
    public void rename(SessionView view, String name) {
        workspace.setName(view.id(), name.equals(view.session().name()) ? "" : name);
        showTitle(view);
    }

    @Override
    public void contentAdded(ContentManagerEvent event) {
        // Those that are added are ours. All four are here, since the oldest platform has no defaults for them.
    }

    @Override
    public void contentRemoveQuery(ContentManagerEvent event) {
        // A session goes on without its tab, so there is nothing to ask.
    }

    @Override
    public void contentRemoved(ContentManagerEvent event) {
        if (event.getContent().getComponent() instanceof SessionTab tab) {
            open.remove(tab.session().id());
            remember();
        }
    }

    @Override
    public void selectionChanged(ContentManagerEvent event) {
        if (event.getContent().getComponent() instanceof SessionTab tab
                && event.getContent().isSelected()) {
            front = tab.session().id();
            tab.fit();
            remember();
        }
    }

    /** Of any thread. */
    @Override
    public void changed(SessionView view) {
        ui.paint(() -> {
            Content content = open.get(view.id());
            if (content != null && view.isTerminated() && content.getManager() != null) {
                content.getManager().removeContent(content, true);
            } else {
                showTitle(view);
            }
        });
    }

    /** Of any thread. */
    @Override
    public void happened(Happening happening) {
        if (happening.event() instanceof SessionEvent.Started || happening.event() instanceof SessionEvent.Exited) {
            ui.paint(() -> showTitle(happening.view()));
        }
    }

    @Override
    public void dispose() {
        isRemembering = false;
        listening.close();
        open.clear();
    }

    private void restore(ContentManager manager) {
        List<String> ids = workspace.tabs();
        String before = workspace.front();
        if (ids.isEmpty()) {
            isRemembering = true;
            beginIfEmpty(manager);
            return;
        }
        sessions.connect().whenComplete((connected, failure) -> {
            if (failure != null) {
                Notices.complain(project, failure);
            } else {
                ui.execute(() -> restore(manager, ids, before));
            }
        });
    }

    private void restore(ContentManager manager, List<String> ids, String before) {
        String chosen = front;
        for (String id : ids) {
            SessionView view = sessions.get(id);
            if (view != null && !view.isTerminated()) {
                add(manager, view);
            }
        }
        // Somebody may have gone to a tab meanwhile, and stays there.
        Content content = open.get(chosen == null ? before : chosen);
        if (content != null) {
            manager.setSelectedContent(content, false);
        }
        isRemembering = true;
        beginIfEmpty(manager);
        remember();
    }

    /** A window without tabs is no use. */
    private void beginIfEmpty(ContentManager manager) {
        if (!open.isEmpty()) {
            return;
        }
        current.ensure().whenComplete((view, failure) -> {
            if (failure != null) {
                Notices.complain(project, failure);
            } else {
                ui.execute(() -> {
                    // Another may have been opened meanwhile.
                    if (open.isEmpty()) {
                        manager.setSelectedContent(add(manager, view), false);
                    }
                });
            }
        });
    }

    private Content add(ContentManager manager, SessionView view) {
        Content known = open.get(view.id());
        if (known != null) {
            return known;
        }
        SessionTab tab = new SessionTab(view, sessions, new LinkOpener(project, ui));
        Content content = manager.getFactory().createContent(tab, nameOf(view), false);
        content.setDisposer(tab);
        content.setCloseable(true);
        content.setPreferredFocusableComponent(tab.focused());
        content.putUserData(ToolWindow.SHOW_CONTENT_ICON, true);
        titles.show(content, view);
        open.put(view.id(), content);
        manager.addContent(content);
        tab.open();
        remember();
        return content;
    }

    private void showTitle(SessionView view) {
        Content content = open.get(view.id());
        if (content != null) {
            titles.show(content, view);
        }
    }

    private @Nullable SessionTab tab(String sessionId) {
        Content content = open.get(sessionId);
        return content != null && content.getComponent() instanceof SessionTab tab ? tab : null;
    }

    /** Not what closing the project does to tabs. */
    private void remember() {
        if (isRemembering && project.isOpen()) {
            if (open.isEmpty()) {
                front = null;
            }
            String chosen = front;
            workspace.setTabs(List.copyOf(open.keySet()), chosen == null ? "" : chosen);
        }
    }
}
