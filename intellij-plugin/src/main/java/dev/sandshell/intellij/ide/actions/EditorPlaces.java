package dev.sandshell.intellij.ide.actions;

import com.intellij.openapi.editor.Caret;
import com.intellij.openapi.editor.Document;
import com.intellij.openapi.editor.Editor;
import com.intellij.openapi.util.TextRange;
import java.util.ArrayList;
import java.util.List;

/** Where the user is in an editor. On the UI thread. */
final class EditorPlaces {
    private EditorPlaces() {}

    /** The text of each selection, from top to bottom. */
    static List<String> selections(Editor editor) {
        List<String> selections = new ArrayList<>();
        for (Caret caret : editor.getCaretModel().getAllCarets()) {
            String selected = caret.getSelectedText();
            if (selected != null) {
                selections.add(selected);
            }
        }
        return selections;
    }

    /** The line of the caret. */
    static String line(Editor editor) {
        Document document = editor.getDocument();
        if (document.getLineCount() == 0) {
            return "";
        }
        int line = document.getLineNumber(editor.getCaretModel().getOffset());
        return document.getText(new TextRange(document.getLineStartOffset(line), document.getLineEndOffset(line)));
    }
}
