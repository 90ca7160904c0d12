package dev.sandshell.intellij.core.terminal.view;

import javax.swing.Timer;

/** Has the cursor blink. Its timer runs only while there is something to see of it. */
final class CursorBlink {
    /** As xterm has it: a little more than a second for on and off. */
    private static final int HALF_MILLIS = 530;

    private final CursorState state;
    private final Timer timer;

    CursorBlink(CursorState state, Runnable whenBlinked) {
        this.state = state;
        timer = new Timer(HALF_MILLIS, event -> {
            state.blink();
            whenBlinked.run();
        });
    }

    /** Blinks from now on, or no more. */
    void update(boolean isWanted) {
        if (isWanted != timer.isRunning()) {
            state.show();
            if (isWanted) {
                timer.start();
            } else {
                timer.stop();
            }
        }
    }
}
