package dev.sandshell.intellij.core.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JavaRuntimeTest {
    private static JavaRuntime.Versions found(Map<String, Integer> versions) {
        return java -> versions.containsKey(java) ? OptionalInt.of(versions.get(java)) : OptionalInt.empty();
    }

    @Test
    void takesTheSettingsJavaAndNoOther() throws Exception {
        JavaPlaces places = new JavaPlaces("/j21", "/jbr", "/j17");
        assertThat(JavaRuntime.find(places, found(Map.of("/j21/bin/java", 21, "/jbr/bin/java", 21))))
                .isEqualTo("/j21/bin/java");
        assertThatThrownBy(() -> JavaRuntime.find(places, found(Map.of("/jbr/bin/java", 21))))
                .isInstanceOf(JavaNotFoundException.class)
                .hasMessageContaining("names a folder for Java in which no bin/java runs");
        assertThatThrownBy(() -> JavaRuntime.find(places, found(Map.of("/j21/bin/java", 8))))
                .hasMessageContaining("names Java 8, and");
    }

    @Test
    void takesTheFirstThatIsNewEnough() throws Exception {
        JavaPlaces places = new JavaPlaces("", "/jbr", "/j11");
        Map<String, Integer> versions = Map.of("/jbr/bin/java", 11, "/j11/bin/java", 11, "java", 17);
        assertThat(JavaRuntime.find(places, found(versions))).isEqualTo("java");
        assertThat(JavaRuntime.find(places, found(Map.of("/jbr/bin/java", 17, "java", 17))))
                .isEqualTo("/jbr/bin/java");
    }

    @Test
    void saysWhatToDoWhereThereIsNone() {
        assertThatThrownBy(() ->
                        JavaRuntime.find(new JavaPlaces(null, "/jbr", "/j11"), found(Map.of("/j11/bin/java", 11))))
                .hasMessageStartingWith("Sandshell needs Java 17 or newer; the IDE has none, JAVA_HOME has version 11,"
                        + " the search path has none. Install one");
    }

    @Test
    void findsTheOneThatRunsThis() throws Exception {
        String home = System.getProperty("java.home");
        assertThat(JavaRuntime.find(new JavaPlaces(null, home, null))).isEqualTo(home + "/bin/java");
        assertThat(JavaRuntime.find(new JavaPlaces(home, null, null))).isEqualTo(home + "/bin/java");
        assertThatThrownBy(() -> JavaRuntime.find(new JavaPlaces("/no/such/folder", home, null)))
                .isInstanceOf(JavaNotFoundException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "openjdk version \"17.0.15\" 2025-04-15, 17",
        "java version \"1.8.0_401\", 8",
        "openjdk version \"25\" 2025-09-16, 25",
        "command not found, 0"
    })
    void readsVersions(String said, int version) {
        assertThat(JavaRuntime.parseVersion(said).orElse(0)).isEqualTo(version);
    }
}
