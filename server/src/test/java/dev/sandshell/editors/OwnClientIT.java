package dev.sandshell.editors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.Installed;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients that people write themselves. */
@Timeout(60)
class OwnClientIT {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() throws Exception {
        desk = new Desk(folder);
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        desk.leave();
    }

    @ParameterizedTest
    @CsvSource({"python3, python, client.py", "node, js, client.mjs", "lua5.4, lua, client.lua"})
    void runsCommandsInASessionThatStays(String program, String language, String file) throws Exception {
        Installed.require(program);
        String text = new Page("your-own-client.md").block(language, 0);
        assertThat(text.lines().filter(line -> !line.isBlank())).hasSizeLessThanOrEqualTo(25);
        desk.configure("project/" + file, text);

        String client = program + " " + file + " ";
        assertThat(desk.run(client + "'greeting=\"héllo 🙂\"; cd /; echo begun'"))
                .isEqualTo(new Desk.Outcome(0, "begun\n"));
        assertThat(desk.run(client + "'echo \"$greeting from $PWD\"; seq 2000 | tail -n 1; exit 3'"))
                .isEqualTo(new Desk.Outcome(3, "héllo 🙂 from /\n2000\n"));
    }
}
