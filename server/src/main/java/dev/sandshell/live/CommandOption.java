package dev.sandshell.live;

/**
 * An option of a command, as its own text has it.
 *
 * @param name with its dashes, and with {@code =} where a value follows that
 * @param description the beginning of what is said of it; may be empty
 */
public record CommandOption(String name, String description) {}
