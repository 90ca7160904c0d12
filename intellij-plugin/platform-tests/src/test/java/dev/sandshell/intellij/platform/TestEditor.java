package dev.sandshell.intellij.platform;

import com.intellij.openapi.editor.CaretModel;
import com.intellij.openapi.editor.Document;
import com.intellij.openapi.editor.Editor;
import com.intellij.openapi.editor.EditorKind;
import com.intellij.openapi.editor.impl.DocumentImpl;
import com.intellij.openapi.editor.markup.GutterIconRenderer;
import com.intellij.openapi.editor.markup.MarkupModel;
import com.intellij.openapi.editor.markup.RangeHighlighter;
import com.intellij.openapi.project.Project;
import com.intellij.openapi.util.Key;
import com.intellij.openapi.util.UserDataHolderBase;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** As much of an editor as marks beside its text need: the platform's own text, and which line has which mark. */
final class TestEditor {
    private final Document document;
    private final UserDataHolderBase data = new UserDataHolderBase();
    private final Map<RangeHighlighter, Integer> lines = new LinkedHashMap<>();
    private final Map<RangeHighlighter, GutterIconRenderer> renderers = new LinkedHashMap<>();
    private final MarkupModel markup;
    private final Editor editor;
    private int caret;

    TestEditor(Project project, String text) {
        document = new DocumentImpl(text, true);
        markup = proxy(MarkupModel.class, (method, arguments) -> switch (method) {
            case "addLineHighlighter" -> highlighter((Integer) arguments[0]);
            case "removeHighlighter" -> lines.remove(arguments[0]);
            default -> throw new UnsupportedOperationException(method);
        });
        editor = proxy(Editor.class, (method, arguments) -> switch (method) {
            case "getDocument" -> document;
            case "getProject" -> project;
            case "getMarkupModel" -> markup;
            case "getCaretModel" -> proxy(CaretModel.class, (asked, nothing) -> caret);
            case "getEditorKind" -> EditorKind.MAIN_EDITOR;
            case "getUserData" -> data.getUserData((Key<?>) arguments[0]);
            case "putUserData" -> {
                put((Key<?>) arguments[0], arguments[1]);
                yield null;
            }
            default -> throw new UnsupportedOperationException(method);
        });
    }

    Editor editor() {
        return editor;
    }

    Document document() {
        return document;
    }

    /** Brings the caret to a place in the text. */
    void moveTo(int offset) {
        caret = offset;
    }

    /** The mark beside each line that has one. On the UI thread. */
    Map<Integer, GutterIconRenderer> marks() {
        Map<Integer, GutterIconRenderer> marks = new LinkedHashMap<>();
        lines.forEach((highlighter, line) -> marks.put(line, renderers.get(highlighter)));
        return marks;
    }

    @SuppressWarnings("unchecked")
    private <T> void put(Key<T> key, @Nullable Object value) {
        data.putUserData(key, (T) value);
    }

    private RangeHighlighter highlighter(int line) {
        RangeHighlighter[] made = new RangeHighlighter[1];
        made[0] = proxy(RangeHighlighter.class, (method, arguments) -> switch (method) {
            case "setGutterIconRenderer" -> renderers.put(made[0], (GutterIconRenderer) arguments[0]);
            default -> throw new UnsupportedOperationException(method);
        });
        lines.put(made[0], line);
        return made[0];
    }

    /** What a proxy does. */
    interface Behaviour {
        @Nullable
        Object call(String method, Object[] arguments);
    }

    /** As much of an interface as somebody asks for. */
    static <T> T proxy(Class<T> type, Behaviour behaviour) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> switch (method.getName()) {
                    case "equals" -> self == arguments[0];
                    case "hashCode" -> System.identityHashCode(self);
                    case "toString" -> "a test's " + type.getSimpleName();
                    default -> {
                        Object result = behaviour.call(method.getName(), arguments);
                        yield method.getReturnType() == void.class ? null : result;
                    }
                }));
    }
}
