package dev.sandshell.editors;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Helix, which has code actions and commands, and neither lenses nor documents that a server opens. */
@Timeout(60)
class HelixIT {
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
    void linesRunByActionsAndCommands() throws Exception {
        String editor = LaterEditors.require("hx");
        Page page = new Page("helix.md");
        desk.configure(".config/helix/languages.toml", page.block("toml", 0));
        desk.configure(".config/helix/config.toml", page.block("toml", 1));
        desk.open(editor + " demo.sh");
        desk.see("NOR", "greeting=hello");

        // Its cursor covers a character, and yet it is the line that runs.
        desk.insist("2gg a", "▶ Run line");
        desk.see("▶ Run line", "▶ Run cell", "▶ Run script");
        desk.press("Enter");
        desk.see("✔ greeting=hello: exit 0 in ");
        runLine(5);
        desk.see("✔ echo \"$greeting from $PWD\": exit 0 in ");
        desk.type(" k");
        desk.see("✔ exit 0 in ", "hello from " + desk.project());
        desk.press("Escape");

        runLine(8);
        desk.see("✘ (exit 3): exit 3 in ");
        runLine(11);
        desk.awaitRunning("sleep 600");
        desk.type(" os");
        desk.see("✘ echo waiting; sleep 600: exit 130 in ", ": waiting");
        desk.type(" oo");
        desk.see("the output is in ");
    }

    private void runLine(int line) throws Exception {
        desk.insist(line + "gg a", "▶ Run line");
        desk.press("Enter");
    }
}
