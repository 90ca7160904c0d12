package dev.sandshell.session;

/** Where a piece of output came from. */
public enum StreamName {
    STDOUT("stdout"),
    STDERR("stderr"),
    TERMINAL("terminal");

    private final String wireName;

    StreamName(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
