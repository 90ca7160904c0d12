package dev.sandshell.intellij.ide;

import com.intellij.openapi.components.PersistentStateComponent;
import com.intellij.openapi.components.State;
import com.intellij.openapi.components.Storage;
import com.intellij.openapi.components.StoragePathMacros;
import com.intellij.openapi.project.Project;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What this IDE remembers of a project's sessions from one run to the next. Any thread may call. */
@State(name = "Sandshell", storages = @Storage(StoragePathMacros.WORKSPACE_FILE))
public final class SandshellWorkspace implements PersistentStateComponent<SandshellWorkspace.Remembered> {
    /** As the IDE writes it down: public fields that are never null, where empty means none. */
    public static final class Remembered {
        /** The session that the user has switched to. */
        public String sessionId = "";

        /** The sessions that have a tab, from left to right, and the one in front. */
        public List<String> tabs = new ArrayList<>();

        public String front = "";

        /** What this project calls sessions that are called otherwise elsewhere. */
        public Map<String, String> names = new LinkedHashMap<>();
    }

    private Remembered remembered = new Remembered();

    public static SandshellWorkspace of(Project project) {
        return project.getService(SandshellWorkspace.class);
    }

    /** The session that the user has switched to; null for the folder's own. */
    public synchronized @Nullable String sessionId() {
        return remembered.sessionId.isEmpty() ? null : remembered.sessionId;
    }

    public synchronized void setSessionId(@Nullable String sessionId) {
        remembered.sessionId = sessionId == null ? "" : sessionId;
    }

    public synchronized List<String> tabs() {
        return List.copyOf(remembered.tabs);
    }

    public synchronized String front() {
        return remembered.front;
    }

    public synchronized void setTabs(List<String> sessionIds, String front) {
        remembered.tabs = new ArrayList<>(sessionIds);
        remembered.front = front;
    }

    /** What the user has called a session here; null where that is what it is called everywhere. */
    public synchronized @Nullable String nameOf(String sessionId) {
        return remembered.names.get(sessionId);
    }

    /** An empty name is none. */
    public synchronized void setName(String sessionId, String name) {
        if (name.isEmpty()) {
            remembered.names.remove(sessionId);
        } else {
            remembered.names.put(sessionId, name);
        }
    }

    @Override
    public synchronized Remembered getState() {
        Remembered copy = new Remembered();
        copy.sessionId = remembered.sessionId;
        copy.tabs = new ArrayList<>(remembered.tabs);
        copy.front = remembered.front;
        copy.names = new LinkedHashMap<>(remembered.names);
        return copy;
    }

    @Override
    public synchronized void loadState(Remembered state) {
        remembered = state;
    }
}
