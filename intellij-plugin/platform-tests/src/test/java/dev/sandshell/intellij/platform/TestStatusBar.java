package dev.sandshell.intellij.platform;

import com.intellij.openapi.wm.StatusBarInfo;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a status bar has said. */
final class TestStatusBar implements StatusBarInfo {
    private final List<String> said = new CopyOnWriteArrayList<>();

    List<String> said() {
        return said;
    }

    @Override
    public void setInfo(String text) {
        said.add(text);
    }

    @Override
    public void setInfo(String text, String requestor) {
        said.add(text);
    }

    @Override
    public String getInfo() {
        return said.isEmpty() ? "" : said.get(said.size() - 1);
    }
}
