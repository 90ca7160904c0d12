package dev.sandshell.intellij.platform;

import com.intellij.openapi.actionSystem.ActionGroup;
import com.intellij.openapi.actionSystem.ActionManager;
import com.intellij.openapi.actionSystem.ActionPopupMenu;
import com.intellij.openapi.actionSystem.ActionToolbar;
import com.intellij.openapi.actionSystem.AnAction;
import com.intellij.openapi.actionSystem.DefaultActionGroup;
import com.intellij.openapi.actionSystem.EmptyAction;
import com.intellij.openapi.actionSystem.KeyboardShortcut;
import com.intellij.openapi.actionSystem.Separator;
import com.intellij.openapi.actionSystem.TimerListener;
import com.intellij.openapi.actionSystem.ex.AnActionListener;
import com.intellij.openapi.extensions.PluginId;
import com.intellij.openapi.util.ActionCallback;
import java.awt.Component;
import java.awt.event.InputEvent;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The actions and groups of our plugin.xml, made as the platform makes them, and tool bars as plain as can be. */
final class TestActions extends ActionManager {
    private static final List<String> PLATFORMS =
            List.of("NextTab", "PreviousTab", "ShowSearchHistory", "TextComponent.ClearAction");

    private final Map<String, AnAction> actions = new LinkedHashMap<>();

    TestActions() {
        // The platform's tabs and pop-ups ask for these.
        PLATFORMS.forEach(id -> actions.put(id, new EmptyAction()));
        Node declared = PluginDescriptor.read().getElementsByTagName("actions").item(0);
        if (declared != null) {
            children(declared, new DefaultActionGroup());
        }
    }

    private void children(Node parent, DefaultActionGroup group) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                switch (element.getTagName()) {
                    case "action" -> group.add(register(element, (AnAction) make(element.getAttribute("class"))), this);
                    case "group" -> {
                        String type = element.getAttribute("class");
                        DefaultActionGroup made =
                                type.isEmpty() ? new DefaultActionGroup() : (DefaultActionGroup) make(type);
                        made.setPopup(element.getAttribute("popup").equals("true"));
                        group.add(register(element, made), this);
                        children(element, made);
                    }
                    case "reference" -> group.add(actions.get(element.getAttribute("ref")), this);
                    case "separator" -> group.add(Separator.getInstance(), this);
                    default -> {
                        // Where a group goes, and which keys an action has, is the IDE's.
                    }
                }
            }
        }
    }

    private <T extends AnAction> T register(Element element, T action) {
        action.getTemplatePresentation().setText(element.getAttribute("text"));
        action.getTemplatePresentation().setDescription(element.getAttribute("description"));
        actions.put(element.getAttribute("id"), action);
        return action;
    }

    private static Object make(String type) {
        try {
            return Class.forName(type).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type, e);
        }
    }

    Set<String> ids() {
        return Set.copyOf(actions.keySet());
    }

    @Override
    @SuppressWarnings("NullAway") // Null where there is none, as the platform's.
    public AnAction getAction(String id) {
        return actions.get(id);
    }

    @Override
    public ActionToolbar createActionToolbar(String place, ActionGroup group, boolean isHorizontal) {
        JPanel bar = new JPanel();
        bar.setLayout(new BoxLayout(bar, isHorizontal ? BoxLayout.X_AXIS : BoxLayout.Y_AXIS));
        for (AnAction action : group.getChildren(null)) {
            if (!(action instanceof Separator)) {
                JButton button =
                        new JButton(action.getTemplatePresentation().getText().substring(0, 1));
                button.setToolTipText(action.getTemplatePresentation().getText());
                button.setFocusable(false);
                bar.add(button);
            }
        }
        return (ActionToolbar) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ActionToolbar.class},
                (proxy, method, arguments) -> method.getName().equals("getComponent") ? bar : null);
    }

    @Override
    public ActionPopupMenu createActionPopupMenu(String place, ActionGroup group) {
        JPopupMenu menu = new JPopupMenu();
        for (AnAction action : group.getChildren(null)) {
            menu.add(action.getTemplatePresentation().getText());
        }
        return (ActionPopupMenu) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ActionPopupMenu.class},
                (proxy, method, arguments) -> method.getName().equals("getComponent") ? menu : null);
    }

    @Override
    public @Nullable String getId(AnAction action) {
        return actions.entrySet().stream()
                .filter(entry -> entry.getValue() == action)
                .map(Map.Entry::getKey)
                .findAny()
                .orElse(null);
    }

    @Override
    public void registerAction(String id, AnAction action) {
        actions.put(id, action);
    }

    @Override
    public void registerAction(String id, AnAction action, PluginId plugin) {
        actions.put(id, action);
    }

    @Override
    public void unregisterAction(String id) {
        actions.remove(id);
    }

    @Override
    public void replaceAction(String id, AnAction action) {
        actions.put(id, action);
    }

    @Override
    public String[] getActionIds(String prefix) {
        return actions.keySet().stream().filter(id -> id.startsWith(prefix)).toArray(String[]::new);
    }

    @Override
    public boolean isGroup(String id) {
        return actions.get(id) instanceof ActionGroup;
    }

    @Override
    public JComponent createButtonToolbar(String place, ActionGroup group) {
        return createActionToolbar(place, group, true).getComponent();
    }

    @Override
    public AnAction getActionOrStub(String id) {
        return getAction(id);
    }

    @Override
    public void addTimerListener(int delay, TimerListener listener) {}

    @Override
    public void removeTimerListener(TimerListener listener) {}

    @Override
    public void addTransparentTimerListener(int delay, TimerListener listener) {}

    @Override
    public void removeTransparentTimerListener(TimerListener listener) {}

    @Override
    public ActionCallback tryToExecute(
            AnAction action, InputEvent event, Component component, String place, boolean isNow) {
        return ActionCallback.REJECTED;
    }

    @Override
    public void addAnActionListener(AnActionListener listener) {}

    @Override
    public void removeAnActionListener(AnActionListener listener) {}

    @Override
    public @Nullable KeyboardShortcut getKeyboardShortcut(String id) {
        return null;
    }
}
