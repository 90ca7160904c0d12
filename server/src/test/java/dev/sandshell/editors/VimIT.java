package dev.sandshell.editors;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.sandshell.Installed;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Vim with the plug-in ALE, which has code actions and messages alone. */
@Timeout(60)
class VimIT {
    private static final Path ALE = Path.of("/usr/share/vim-ale");

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

    @Test
    void linesRunByActions() throws Exception {
        Installed.require("vim");
        if (!Files.exists(ALE) && "true".equals(System.getenv("CI"))) {
            fail("vim-ale is not installed, and CI=true allows no skips");
        } else if (!Files.exists(ALE)) {
            abort("vim-ale is not installed");
        }
        desk.configure(".vimrc", new Page("vim.md").block("vim", 0));
        desk.open("vim demo.sh");
        desk.see("greeting=hello", "\"demo.sh\" 11L");

        runLine(2);
        desk.see("Info:sandshell: ✔ greeting=hello: exit 0 in ");
        desk.type(":pclose\n");
        runLine(5);
        desk.see("✔ echo \"$greeting from $PWD\": exit 0 in ", "hello from /");
        desk.type(":pclose\n");
        runLine(11);
        desk.awaitRunning("sleep 600");
        desk.type("\\s");
        desk.see("✘ echo waiting; sleep 600: exit 130 in ");
        desk.type(":pclose\n\\o");
        desk.see("the output is in ");
    }

    /** As often as ALE says that it has no server yet. */
    private void runLine(int line) throws Exception {
        do {
            desk.press("C-l");
            desk.miss("No active LSPs");
            desk.miss("Type number");
            desk.type(":" + line + "\n\\a");
        } while (desk.seeAny("No active LSPs", "Type number").contains("No active LSPs"));
        desk.see("1) ▶ Run line");
        desk.type("1\n");
    }
}
