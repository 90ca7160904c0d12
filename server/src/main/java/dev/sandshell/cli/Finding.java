package dev.sandshell.cli;

/**
 * One thing that the doctor looked at.
 *
 * @param essential whether Sandshell cannot do without
 * @param detail what was found
 * @param advice what to do; empty where all is well
 */
record Finding(String name, boolean ok, boolean essential, String detail, String advice) {
    static Finding good(String name, boolean essential, String detail) {
        return new Finding(name, true, essential, detail, "");
    }

    static Finding bad(String name, boolean essential, String detail, String advice) {
        return new Finding(name, false, essential, detail, advice);
    }

    String line() {
        return (ok ? "ok " : "!! ") + name + ": " + detail + (advice.isEmpty() ? "" : "; " + advice);
    }
}
