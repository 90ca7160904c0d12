package dev.sandshell.session;

/** Whether output is sent as it comes, put into the result, or both. */
public enum OutputMode {
    BOTH,
    STREAM,
    COLLECT;

    public boolean streams() {
        return this != COLLECT;
    }

    public boolean collects() {
        return this != STREAM;
    }
}
