package dev.sandshell.intellij.ide.run;

import com.intellij.execution.configuration.EnvironmentVariablesComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdom.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a run configuration says. Immutable; empty means that nothing is said.
 *
 * @param session its name or id; empty for the project's own
 * @param folder where the command runs; empty for where the session is
 */
record RunOptions(String command, String session, String folder, Map<String, String> environment) {
    static final RunOptions NONE = new RunOptions("", "", "", Map.of());

    private static final String COMMAND = "command";
    private static final String SESSION = "session";
    private static final String FOLDER = "folder";

    RunOptions {
        // In the order in which they are shown.
        environment = new LinkedHashMap<>(environment);
    }

    @Override
    public Map<String, String> environment() {
        return new LinkedHashMap<>(environment);
    }

    static RunOptions of(String command) {
        return new RunOptions(command, "", "", Map.of());
    }

    static RunOptions readFrom(Element element) {
        Map<String, String> environment = new LinkedHashMap<>();
        EnvironmentVariablesComponent.readExternal(element, environment);
        return new RunOptions(
                text(element.getChildText(COMMAND)),
                text(element.getAttributeValue(SESSION)),
                text(element.getAttributeValue(FOLDER)),
                environment);
    }

    void writeTo(Element element) {
        // An attribute would make spaces of its lines.
        element.addContent(new Element(COMMAND).setText(command));
        element.setAttribute(SESSION, session);
        element.setAttribute(FOLDER, folder);
        EnvironmentVariablesComponent.writeExternal(element, environment);
    }

    private static String text(@Nullable String written) {
        return written == null ? "" : written;
    }
}
