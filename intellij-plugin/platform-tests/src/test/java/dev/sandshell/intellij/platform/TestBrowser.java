package dev.sandshell.intellij.platform;

import com.intellij.ide.browsers.BrowserLauncher;
import com.intellij.ide.browsers.WebBrowser;
import com.intellij.openapi.project.Project;
import java.io.File;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Opens nothing, and knows what it was to open. */
final class TestBrowser extends BrowserLauncher {
    private final List<String> opened = new CopyOnWriteArrayList<>();

    List<String> opened() {
        return opened;
    }

    @Override
    public void open(String url) {
        opened.add(url);
    }

    @Override
    public void browse(File file) {
        opened.add(file.toString());
    }

    @Override
    public void browse(String url, @Nullable WebBrowser browser, @Nullable Project project) {
        opened.add(url);
    }

    @Override
    public boolean browseUsingPath(
            @Nullable String url,
            @Nullable String path,
            @Nullable WebBrowser browser,
            @Nullable Project project,
            boolean isNew,
            String[] arguments) {
        return false;
    }
}
