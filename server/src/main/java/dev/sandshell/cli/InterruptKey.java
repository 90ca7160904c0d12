package dev.sandshell.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Ctrl-C, which is SIGINT, as an event instead of the end of the program.
 *
 * <p>Java's only way to this is {@code sun.misc.Signal}, which every JDK has and exports, but of which javac warns in a
 * way that cannot be turned off, and our warnings are errors; so it is called by reflection. Where it is not there,
 * Ctrl-C ends the program as it always does.
 */
final class InterruptKey {
    private InterruptKey() {}

    /** Calls back at each press from now on, on a thread of the JVM's. */
    static void onPress(Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler pressed = (proxy, method, arguments) -> {
                if (method.getDeclaringClass() == Object.class) {
                    return ofObject(proxy, method, arguments);
                }
                action.run();
                return null;
            };
            Object listener =
                    Proxy.newProxyInstance(InterruptKey.class.getClassLoader(), new Class<?>[] {handler}, pressed);
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("INT"), listener);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // Then it stays what it is.
        }
    }

    /** What every object answers; the JDK may put the handler into a map. */
    private static Object ofObject(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "interrupt key";
        };
    }
}
