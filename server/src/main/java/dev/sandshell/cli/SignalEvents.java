package dev.sandshell.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Signals as events instead of what they do by themselves: Ctrl-C, which is SIGINT, and a new size of the terminal.
 *
 * <p>Java's only way to this is {@code sun.misc.Signal}, which every JDK has and exports, but of which javac warns in a
 * way that cannot be turned off, and our warnings are errors; so it is called by reflection. Where it is not there,
 * signals do what they always do.
 */
final class SignalEvents {
    private SignalEvents() {}

    /**
     * Calls back at each from now on, on a thread of the JVM's.
     *
     * @param name without {@code SIG}
     */
    static void on(String name, Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler came = (proxy, method, arguments) -> {
                if (method.getDeclaringClass() == Object.class) {
                    return ofObject(proxy, method, arguments);
                }
                action.run();
                return null;
            };
            Object listener =
                    Proxy.newProxyInstance(SignalEvents.class.getClassLoader(), new Class<?>[] {handler}, came);
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), listener);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // Then it stays what it is.
        }
    }

    /** What every object answers; the JDK may put the handler into a map. */
    private static Object ofObject(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "signal event";
        };
    }
}
