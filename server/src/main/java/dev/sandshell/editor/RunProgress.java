package dev.sandshell.editor;

import dev.sandshell.session.ExecResult;
import dev.sandshell.session.OutputChunk;

/** How one command goes on, as its client is shown it. Confined to the scheduler. */
public interface RunProgress {
    /** For a client that shows none. */
    RunProgress NONE = new RunProgress() {
        @Override
        public void begin() {}

        @Override
        public void output(OutputChunk chunk) {}

        @Override
        public void end(ExecResult result) {}

        @Override
        public void abandon() {}
    };

    /** The command runs. */
    void begin();

    void output(OutputChunk chunk);

    void end(ExecResult result);

    /** The command will never run. */
    void abandon();
}
