package dev.sandshell.session;

/** The caller cancelled its command, and it has really stopped; carries what it had done by then. */
public final class ExecCancelledException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient ExecResult partial;

    ExecCancelledException(ExecResult partial) {
        super("cancelled", null, false, false);
        this.partial = partial;
    }

    public ExecResult partial() {
        return partial;
    }
}
