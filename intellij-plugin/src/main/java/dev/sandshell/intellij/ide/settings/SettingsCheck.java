package dev.sandshell.intellij.ide.settings;

import dev.sandshell.intellij.core.server.JavaNotFoundException;
import dev.sandshell.intellij.core.server.JavaPlaces;
import dev.sandshell.intellij.core.server.JavaRuntime;
import java.awt.GraphicsEnvironment;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/** What is wrong with settings. It looks at the disk and tries a Java, so it is not for the UI thread. */
final class SettingsCheck {
    private SettingsCheck() {}

    /**
     * What to tell the user of the first thing that is wrong. What is as it was is not looked at again, so that a Java that
     * is gone by now does not keep the others from being set.
     */
    static Optional<String> errorIn(SettingsState wanted, SettingsState before) {
        return java(changed(wanted.javaHome, before.javaHome))
                .or(() -> jar(changed(wanted.serverJar, before.serverJar)))
                .or(() -> shell(changed(wanted.shell, before.shell)))
                .or(() -> EnvironmentLines.errorIn(wanted.environment))
                .or(() -> font(changed(wanted.fontFamily, before.fontFamily)));
    }

    private static String changed(String wanted, String before) {
        return wanted.equals(before) ? "" : wanted;
    }

    private static Optional<String> java(String home) {
        if (home.isEmpty()) {
            return Optional.empty();
        }
        try {
            JavaRuntime.find(new JavaPlaces(home, null, null));
            return Optional.empty();
        } catch (JavaNotFoundException e) {
            return Optional.ofNullable(e.getMessage());
        } catch (InvalidPathException e) {
            return Optional.of("“" + home + "” is no folder.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("The Java in “" + home + "” could not be tried.");
        }
    }

    private static Optional<String> jar(String path) {
        return path.isEmpty() || isPathOf(path, Files::isRegularFile)
                ? Optional.empty()
                : Optional.of("“" + path + "” is no file. Name a sandshell.jar, or nothing for the plug-in's own.");
    }

    /** A name is looked for by the server, on its search path. */
    private static Optional<String> shell(String shell) {
        return shell.indexOf('/') < 0 || isPathOf(shell, Files::isExecutable)
                ? Optional.empty()
                : Optional.of("“" + shell + "” is no program. Name bash, zsh, sh, or the path of one of them.");
    }

    private static Optional<String> font(String family) {
        if (family.isEmpty()) {
            return Optional.empty();
        }
        boolean isKnown = Arrays.stream(
                        GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames())
                .anyMatch(family::equals);
        return isKnown ? Optional.empty() : Optional.of("There is no font “" + family + "”.");
    }

    private static boolean isPathOf(String path, Predicate<Path> test) {
        try {
            return test.test(Path.of(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
