package dev.sandshell.intellij.platform;

import com.intellij.openapi.Disposable;
import com.intellij.openapi.components.ComponentManager;
import com.intellij.openapi.project.Project;
import com.intellij.openapi.util.Disposer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.picocontainer.MutablePicoContainer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Our plugin.xml, and the services that it declares, each made when it is first asked for. */
final class PluginDescriptor {
    private PluginDescriptor() {}

    static Document read() {
        try (InputStream xml = PluginDescriptor.class.getResourceAsStream("/META-INF/plugin.xml")) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml);
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new AssertionError(e);
        }
    }

    static void registerServicesOf(ComponentManager application, Disposable parent) {
        register(application, "applicationService", null, parent);
    }

    static void registerServicesOf(Project project) {
        register(project, "projectService", project, project);
    }

    private static void register(
            ComponentManager manager, String element, @Nullable Project argument, Disposable parent) {
        var declared = read().getElementsByTagName(element);
        for (int i = 0; i < declared.getLength(); i++) {
            Element service = (Element) declared.item(i);
            String implementation = service.getAttribute("serviceImplementation");
            String type = service.getAttribute("serviceInterface");
            ((MutablePicoContainer) manager.getPicoContainer())
                    .registerComponent(new LazyService(
                            type.isEmpty() ? implementation : type, () -> make(implementation, argument, parent)));
        }
    }

    /** By the constructor that takes the project, where there is one. */
    static Object make(String name, @Nullable Project argument, Disposable parent) {
        try {
            Class<?> type = Class.forName(name);
            Object made = null;
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                constructor.setAccessible(true);
                if (constructor.getParameterCount() == 1
                        && constructor.getParameterTypes()[0] == Project.class
                        && argument != null) {
                    made = constructor.newInstance(argument);
                } else if (constructor.getParameterCount() == 0 && made == null) {
                    made = constructor.newInstance();
                }
            }
            if (made instanceof Disposable disposable) {
                Disposer.register(parent, disposable);
            }
            return Objects.requireNonNull(made, name);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(name, e);
        }
    }
}
