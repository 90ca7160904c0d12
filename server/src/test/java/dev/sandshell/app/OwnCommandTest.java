package dev.sandshell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnCommandTest {
    private static List<String> program(String line) {
        return OwnCommand.program(List.of(line.split(" ", -1)), Path.of("/here"));
    }

    @Test
    void endsWithTheJar() {
        assertThat(program("/bin/java -Xmx1m -Da=b -jar /s/sandshell.jar serve --shared -jar x"))
                .containsExactly("/bin/java", "-Xmx1m", "-Da=b", "-jar", "/s/sandshell.jar");
    }

    @Test
    void endsWithTheMainClass() {
        assertThat(program("java -cp a:/b --add-modules m -ea dev.sandshell.app.Main attach -c x"))
                .containsExactly("java", "-cp", "/here/a:/b", "--add-modules", "m", "-ea", "dev.sandshell.app.Main");
    }

    @Test
    void leavesOutWhatOnlyHelpsForAMoment() {
        assertThat(program("java -XX:TieredStopAtLevel=1 -jar s.jar attach"))
                .containsExactly("java", "-jar", "/here/s.jar");
    }
}
