package dev.sandshell.shell;

/** Words for a shell to read back as they are; the same in every shell that descends from Bourne's. */
final class Quoting {
    private Quoting() {}

    static String quote(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
