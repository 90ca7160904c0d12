package dev.sandshell.intellij.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;

/** What the verifier does not look at: that each class that plugin.xml names is there and can be made. */
final class DescriptorIT {
    private static final Pattern OURS = Pattern.compile("dev\\.sandshell\\.intellij\\.[\\w.$]+");

    static List<String> classes() {
        var elements = PluginDescriptor.read().getElementsByTagName("*");
        List<String> named = IntStream.range(0, elements.getLength())
                .mapToObj(elements::item)
                .flatMap(element -> values(element.getAttributes()))
                .filter(value -> OURS.matcher(value).matches())
                .distinct()
                .toList();
        assertThat(named).isNotEmpty();
        return named;
    }

    private static Stream<String> values(NamedNodeMap attributes) {
        return IntStream.range(0, attributes.getLength())
                .mapToObj(i -> attributes.item(i).getNodeValue());
    }

    @ParameterizedTest
    @MethodSource("classes")
    void isThereAndCanBeMade(String name) throws ClassNotFoundException {
        assertThat(Class.forName(name).getDeclaredConstructors())
                .anyMatch(constructor -> constructor.getParameterCount() <= 1);
    }

    /** One stroke that no keymap of the IDE's own begins with, and another for each. */
    @Test
    void keysAreOursAlone() {
        NodeList keys = PluginDescriptor.read().getElementsByTagName("keyboard-shortcut");
        List<Element> all = IntStream.range(0, keys.getLength())
                .mapToObj(keys::item)
                .map(Element.class::cast)
                .toList();
        assertThat(all).hasSizeGreaterThan(5);
        assertThat(all).extracting(key -> key.getAttribute("keymap")).containsOnly("$default");
        assertThat(all).extracting(key -> key.getAttribute("first-keystroke")).containsOnly("ctrl alt X");
        assertThat(all)
                .extracting(key -> key.getAttribute("second-keystroke"))
                .doesNotHaveDuplicates()
                .allMatch(second -> KeyStroke.getKeyStroke(second) != null);
    }
}
