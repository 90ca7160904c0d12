package dev.sandshell.intellij.platform;

import com.intellij.openapi.progress.Task;
import com.intellij.openapi.progress.impl.CoreProgressManager;
import com.intellij.openapi.progress.util.AbstractProgressIndicatorBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Runs tasks in the background, each on a thread of its own, and keeps what an IDE would show of them. */
final class TestProgress extends CoreProgressManager {
    /** A task that was begun. */
    record Shown(Task task, AbstractProgressIndicatorBase indicator, Thread thread) {}

    private final List<Shown> tasks = new CopyOnWriteArrayList<>();

    @Override
    public void run(Task task) {
        AbstractProgressIndicatorBase indicator = new AbstractProgressIndicatorBase();
        Thread thread = new Thread(() -> task.run(indicator), "task " + task.getTitle());
        tasks.add(new Shown(task, indicator, thread));
        thread.start();
    }

    List<Shown> tasks() {
        return tasks;
    }
}
