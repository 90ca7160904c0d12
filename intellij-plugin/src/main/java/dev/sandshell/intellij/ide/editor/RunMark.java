package dev.sandshell.intellij.ide.editor;

import com.intellij.icons.AllIcons;
import com.intellij.openapi.actionSystem.AnAction;
import com.intellij.openapi.actionSystem.AnActionEvent;
import com.intellij.openapi.editor.markup.GutterIconRenderer;
import com.intellij.openapi.project.DumbAware;
import com.intellij.openapi.project.DumbAwareAction;
import dev.sandshell.intellij.core.commands.RunRequest;
import dev.sandshell.intellij.core.documents.Lens;
import dev.sandshell.intellij.core.sessions.Outcome;
import dev.sandshell.intellij.ide.SandshellProjectService;
import javax.swing.Icon;
import org.jspecify.annotations.Nullable;

/** "▶ Run" beside a line; a click runs what it stands for in the project's session. */
final class RunMark extends GutterIconRenderer implements DumbAware {
    private final SandshellProjectService service;
    private final Lens lens;

    RunMark(SandshellProjectService service, Lens lens) {
        this.service = service;
        this.lens = lens;
    }

    @Override
    public Icon getIcon() {
        return AllIcons.Actions.Execute;
    }

    @Override
    public String getTooltipText() {
        return "Run in session: " + Outcome.shortCommand(lens.command());
    }

    @Override
    public boolean isNavigateAction() {
        return true;
    }

    @Override
    public Alignment getAlignment() {
        return Alignment.LEFT;
    }

    @Override
    public AnAction getClickAction() {
        return new DumbAwareAction(lens.title()) {
            @Override
            public void actionPerformed(AnActionEvent event) {
                service.run(RunRequest.of(lens.command()));
            }
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RunMark that && lens.equals(that.lens) && service == that.service;
    }

    @Override
    public int hashCode() {
        return lens.hashCode();
    }
}
