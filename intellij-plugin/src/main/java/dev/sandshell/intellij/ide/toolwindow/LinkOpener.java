package dev.sandshell.intellij.ide.toolwindow;

import com.intellij.ide.BrowserUtil;
import com.intellij.openapi.application.ApplicationManager;
import com.intellij.openapi.fileEditor.OpenFileDescriptor;
import com.intellij.openapi.project.Project;
import com.intellij.openapi.vfs.StandardFileSystems;
import com.intellij.openapi.vfs.VirtualFile;
import dev.sandshell.intellij.core.terminal.view.TerminalLink;
import dev.sandshell.intellij.core.terminal.view.TerminalLink.FileLocation;
import dev.sandshell.intellij.core.terminal.view.TerminalLink.Url;
import dev.sandshell.intellij.ide.Notices;
import dev.sandshell.intellij.ide.UiThread;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens what terminals link to: files in the editor, addresses in the browser. On the UI thread. */
record LinkOpener(Project project, UiThread ui) {
    /** What a program prints must not start just any program of the desktop's. */
    private static final Set<String> OPENED = Set.of("http", "https", "mailto");

    void open(TerminalLink link) {
        if (link instanceof FileLocation file) {
            open(file);
        } else if (link instanceof Url url) {
            open(url);
        }
    }

    private void open(Url url) {
        URI address = parsed(url.url());
        String scheme = address == null || address.getScheme() == null
                ? ""
                : address.getScheme().toLowerCase(Locale.ROOT);
        if (OPENED.contains(scheme)) {
            BrowserUtil.browse(url.url());
        } else if (address != null && scheme.equals("file") && address.getPath() != null) {
            // The host that it may name is this one: sessions run here.
            open(new FileLocation(Path.of(address.getPath()), 1, 1));
        } else {
            Notices.tell(project, "No link that is opened: " + url.url());
        }
    }

    /** Whether the file is there is asked of the disk, so not here. */
    private void open(FileLocation place) {
        ApplicationManager.getApplication().executeOnPooledThread(() -> {
            VirtualFile file = StandardFileSystems.local()
                    .refreshAndFindFileByPath(place.path().toString());
            if (file == null || file.isDirectory()) {
                Notices.tell(project, "There is no file " + place.path());
            } else {
                int line = Math.max(0, place.line() - 1);
                int column = Math.max(0, place.column() - 1);
                ui.execute(() -> new OpenFileDescriptor(project, file, line, column).navigate(true));
            }
        });
    }

    private static @Nullable URI parsed(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
