package dev.sandshell.editors;

import dev.sandshell.Installed;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Emacs with each of its two clients. */
@Timeout(60)
class EmacsIT {
    @TempDir
    private Path folder;

    private Desk desk;
    private Page page;

    @BeforeEach
    void sitDown() throws Exception {
        Installed.require("emacs");
        desk = new Desk(folder);
        page = new Page("emacs.md");
        // Or a new home would be filled with machine code first, and its warnings shown.
        desk.configure(".emacs.d/early-init.el", "(setq native-comp-deferred-compilation nil)\n");
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        if (desk != null) {
            desk.leave();
        }
    }

    @Test
    void eglot() throws Exception {
        desk.configure(".emacs.d/init.el", page.block("elisp", 0) + page.block("elisp", 1));
        desk.open("emacs -nw demo.sh");
        desk.see("[eglot:project]");

        runLine(2);
        desk.see("$ greeting=hello\n✔ exit 0 in ");
        runLine(5);
        desk.see("\nhello from " + desk.project() + "\n✔ exit 0 in ");
        runLine(8);
        desk.see("\n$ (exit 3)\n✘ exit 3 in ");
        runLine(11);
        desk.see("\nwaiting\n");
        command("sandbox.interrupt");
        desk.see("\n✘ exit 130 in ");

        // What was run before is chosen from in the minibuffer.
        command("sandbox.exec");
        desk.see("Choose an option:");
        desk.press("C-g");
    }

    @Test
    void lspMode() throws Exception {
        desk.configure(".emacs.d/init.el", page.block("elisp", 2));
        desk.open("emacs -nw demo.sh");
        desk.see("▶ Run cell", "# %% wait ▶ Run|▶ Run in new session");
        // What is said below gives way to what is known of the cursor's place.
        desk.press("C-h", "e");
        desk.see("*Messages*");

        runLineByName(5);
        desk.see("LSP :: ✔ echo \"$greeting from $PWD\": exit 0 in ", ": from " + desk.project());
        runLineByName(11);
        desk.awaitRunning("sleep 600");
        command("sandbox.interrupt");
        desk.see("LSP :: ✘ echo waiting; sleep 600: exit 130 in ");
        command("sandbox.showOutput");
        desk.see("LSP :: the output is in ");
    }

    private void goTo(int line) throws Exception {
        desk.press("M-g", "g");
        desk.see("Goto line");
        desk.enter("" + line);
    }

    private void runLine(int line) throws Exception {
        goTo(line);
        desk.press("C-c", "r");
        desk.see("Pick an action (default ▶ Run line)");
        desk.press("Enter");
    }

    /** What completes words takes a space for the wish to. */
    private void runLineByName(int line) throws Exception {
        goTo(line);
        desk.press("C-c", "r");
        desk.see("Select code action:");
        desk.type("▶");
        desk.press("Tab");
        desk.see("Select code action: ▶ Run");
        desk.enter("line");
    }

    private void command(String name) throws Exception {
        desk.press("C-c", "s");
        desk.see("Sandshell:");
        desk.enter(name);
    }
}
