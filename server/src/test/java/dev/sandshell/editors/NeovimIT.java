package dev.sandshell.editors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.Installed;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Neovim, the system's and a later one. */
@Timeout(60)
class NeovimIT {
    @TempDir
    private Path folder;

    private Desk desk;
    private Page page;

    @BeforeEach
    void sitDown() throws Exception {
        desk = new Desk(folder);
        page = new Page("neovim.md");
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        desk.leave();
    }

    @Test
    void tenLinesAreEnough() throws Exception {
        String editor = LaterEditors.require("nvim");
        String configuration = page.block("lua", 0);
        assertThat(configuration.lines()).hasSizeLessThanOrEqualTo(10);
        desk.configure(".config/nvim/init.lua", configuration);
        desk.open(editor + " demo.sh");

        desk.see("# %% greet ▶ Run | ▶ Run in new session");
        desk.type(":4\n\\r");
        desk.see("Type number");
        desk.type("1\n");
        desk.see("# %% greet ▶ Run | ▶ Run in new session | ✔ exit 0 in ");
        // The window with the output is read again when the cursor has rested.
        desk.see("\n from " + desk.project() + "\n✔ exit 0 in ");
        desk.type(":10\n\\r");
        desk.see("Type number");
        desk.type("1\n");
        desk.see("# %% wait ■ Stop");
        desk.type("\\r");
        desk.see("✘ echo waiting; sleep 600: exit 130 in ");
    }

    @Test
    void theWholeOfIt() throws Exception {
        Installed.require("nvim");
        whole("nvim");
    }

    @Test
    void theWholeOfItInALaterOne() throws Exception {
        whole(LaterEditors.require("nvim"));
    }

    private void whole(String editor) throws Exception {
        desk.configure(".config/nvim/init.lua", page.block("lua", 1));
        desk.open(editor + " demo.sh");

        // A lens; the output comes by itself, and what ended shows beside the lens.
        desk.see("▶ Run cell", "# %% fail ▶ Run | ▶ Run in new session");
        desk.type(":2\n\\l");
        desk.see("$ greeting=hello\n✔ exit 0 in ");
        desk.type(":4\n\\r");
        desk.see("Type number");
        desk.type("1\n");
        desk.see("hello from " + desk.project(), "# %% greet ▶ Run | ▶ Run in new session | ✔ exit 0 in ");
        desk.type(":7\n\\r");
        desk.see("Type number");
        desk.type("1\n");
        desk.see("# %% fail ▶ Run | ▶ Run in new session | ✘ exit 3 in ");

        // What waits is seen to wait, and ends when it is told to.
        desk.type(":11\n\\l");
        desk.see("\nwaiting\n");
        desk.type("\\s");
        desk.see("\n✘ exit 130 in ");

        desk.type("\\h");
        desk.see("in session project");
        desk.type("\u001b\\o");
        desk.see("project-");
    }

    @Test
    void sessionsAndTheDoctor() throws Exception {
        Installed.require("nvim");
        desk.configure(".config/nvim/init.lua", page.block("lua", 1));
        desk.open("nvim demo.sh");

        desk.see("▶ Run cell");
        desk.type(":2\n\\l");
        desk.see("$ greeting=hello\n✔ exit 0 in ");
        // What is run next runs in a shell that knows nothing of it, and says so in a window of its own.
        desk.type("\\n");
        desk.see("what is run next runs in session project 2");
        desk.type(":5\n\\l");
        desk.see("\n from " + desk.project() + "\n✔ exit 0 in ");
        // And what that has been told is forgotten when it is reset.
        desk.type(":2\n\\l");
        desk.see("$ greeting=hello\n✔ exit 0 in ", "\n from " + desk.project() + "\n✔ exit 0 in ");
        desk.type("\\z");
        // It says in which folder, of which the editor leaves out the middle.
        desk.see("] session project 2 has", "/project\n");
        desk.type(":only\n\\d");
        desk.see("ok session project 2: ", "ok editor: shows output, as files", "✔ all is well");
    }

    @Test
    void markdownToo() throws Exception {
        Installed.require("nvim");
        desk.configure(".config/nvim/init.lua", page.block("lua", 1));
        desk.open("nvim notes.md");

        desk.see("▶ Run | ▶ Run in new session");
        desk.type(":4\n\\l");
        desk.see("\n42 in Markdown\n", "exit 0 in ");
    }
}
