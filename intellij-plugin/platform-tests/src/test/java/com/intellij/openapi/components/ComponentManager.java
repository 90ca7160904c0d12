package com.intellij.openapi.components;

import com.intellij.openapi.Disposable;
import com.intellij.openapi.extensions.ExtensionPointName;
import com.intellij.openapi.util.Condition;
import com.intellij.openapi.util.UserDataHolder;
import com.intellij.util.messages.MessageBus;
import org.picocontainer.PicoContainer;

/**
 * The platform's own, with the way to services that IDEs have had since 2020.1 and this one has not: comes before it on the
 * class path.
 */
public interface ComponentManager extends UserDataHolder, Disposable {
    @SuppressWarnings("deprecation")
    BaseComponent getComponent(String name);

    <T> T getComponent(Class<T> type);

    <T> T getComponent(Class<T> type, T otherwise);

    boolean hasComponent(Class<?> type);

    <T> T[] getComponents(Class<T> type);

    PicoContainer getPicoContainer();

    MessageBus getMessageBus();

    boolean isDisposed();

    <T> T[] getExtensions(ExtensionPointName<T> name);

    Condition<?> getDisposed();

    /** A service by its name, made when it is first asked for. */
    default <T> T getService(Class<T> type) {
        return type.cast(getPicoContainer().getComponentInstance(type.getName()));
    }

    default <T> T getService(Class<T> type, boolean isMaking) {
        return getService(type);
    }
}
