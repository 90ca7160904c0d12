package dev.sandshell.intellij.platform;

import java.awt.Component;
import java.awt.Container;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;

/** The fields of a form, as a user finds them: by what is written beside them. */
record Fields(JComponent form) {
    /** The field of a label. */
    <T> T labelled(String label, Class<T> type) {
        Container field = (Container) all(form)
                .filter(component -> component instanceof JLabel text && label.equals(text.getText()))
                .map(component -> ((JLabel) component).getLabelFor())
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + label));
        return all(field)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError(label + " has no such field"));
    }

    AbstractButton button(String text) {
        return all(form)
                .filter(component -> component instanceof AbstractButton button && text.equals(button.getText()))
                .map(AbstractButton.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + text));
    }

    /** It and all that is in it. */
    static Stream<Component> all(Component component) {
        return component instanceof Container container
                ? Stream.concat(
                        Stream.of(component),
                        Arrays.stream(container.getComponents()).flatMap(Fields::all))
                : Stream.of(component);
    }
}
