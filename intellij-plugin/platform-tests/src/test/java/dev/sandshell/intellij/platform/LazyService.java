package dev.sandshell.intellij.platform;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.picocontainer.ComponentAdapter;
import org.picocontainer.PicoContainer;
import org.picocontainer.PicoVisitor;

/** A service that is made when it is first asked for, as the platform has it. */
final class LazyService implements ComponentAdapter {
    private final String name;
    private final Supplier<Object> making;
    private @Nullable Object made;

    LazyService(String name, Supplier<Object> making) {
        this.name = name;
        this.making = making;
    }

    @Override
    public Object getComponentKey() {
        return name;
    }

    @Override
    public Class<?> getComponentImplementation() {
        return Object.class;
    }

    @Override
    public synchronized Object getComponentInstance(PicoContainer container) {
        Object known = made;
        if (known == null) {
            known = making.get();
            made = known;
        }
        return known;
    }

    @Override
    public void verify(PicoContainer container) {}

    @Override
    public void accept(PicoVisitor visitor) {
        visitor.visitComponentAdapter(this);
    }
}
