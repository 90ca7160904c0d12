package dev.sandshell.intellij.ide.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;
import org.assertj.core.api.OptionalAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsCheckTest {
    @TempDir
    private Path folder;

    private static OptionalAssert<String> assertError(Consumer<SettingsState> change) {
        SettingsState wanted = new SettingsState();
        change.accept(wanted);
        return assertThat(SettingsCheck.errorIn(wanted, new SettingsState()));
    }

    @Test
    void findsNothingInWhatThereIsAtFirst() {
        assertError(settings -> {}).isEmpty();
    }

    @Test
    void takesTheJavaThatRunsThis() {
        assertError(settings -> settings.javaHome = System.getProperty("java.home"))
                .isEmpty();
    }

    @Test
    void saysThatAFolderHasNoJava() {
        assertError(settings -> settings.javaHome = folder.toString())
                .hasValueSatisfying(error -> assertThat(error).contains("no bin/java"));
    }

    @Test
    void saysThatAJavaIsTooOld() throws IOException {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Path java =
                Files.writeString(bin.resolve("java"), "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertError(settings -> settings.javaHome = folder.toString())
                .hasValueSatisfying(
                        error -> assertThat(error).contains("Java 11").contains("17"));
    }

    @Test
    void saysWhatIsNoJar() {
        assertError(settings -> settings.serverJar = folder.resolve("none.jar").toString())
                .isPresent();
        assertError(settings -> settings.serverJar = "\0").isPresent();
    }

    @Test
    void saysWhatIsNoShellWhereItIsAPath() {
        assertError(settings -> settings.shell = "/no/such/shell").isPresent();
        assertError(settings -> settings.shell = "/bin/sh").isEmpty();
        assertError(settings -> settings.shell = "zsh").isEmpty();
    }

    @Test
    void saysWhichFontThereIsNot() {
        assertError(settings -> settings.fontFamily = "No Such Font")
                .hasValueSatisfying(error -> assertThat(error).contains("No Such Font"));
        assertError(settings -> settings.fontFamily = "Monospaced").isEmpty();
    }

    @Test
    void letsOtherThingsBeSetWhereAJavaIsGoneByNow() {
        SettingsState before = new SettingsState();
        before.javaHome = "/gone";
        SettingsState wanted = before.copy();
        wanted.scrollback = 5;
        assertThat(SettingsCheck.errorIn(wanted, before)).isEmpty();
    }
}
