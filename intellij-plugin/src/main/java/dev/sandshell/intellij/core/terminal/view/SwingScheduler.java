package dev.sandshell.intellij.core.terminal.view;

import java.time.Duration;
import javax.swing.SwingUtilities;
import javax.swing.Timer;

/** Runs things on the thread of the events. */
final class SwingScheduler implements FramePacer.Scheduler {
    @Override
    public void schedule(Duration delay, Runnable task) {
        int millis = (int) delay.toMillis();
        if (millis == 0) {
            SwingUtilities.invokeLater(task);
        } else {
            Timer timer = new Timer(millis, event -> task.run());
            timer.setRepeats(false);
            timer.start();
        }
    }
}
