package dev.sandshell.policy;

/** Which texts can be the id or the name of something. Pure. */
public final class IdRules {
    private static final int MAX_LENGTH = 200;

    private IdRules() {}

    public static String check(String field, String id) throws InvalidArgumentException {
        if (id.isEmpty() || id.length() > MAX_LENGTH) {
            throw new InvalidArgumentException(
                    field + " must have 1 to " + MAX_LENGTH + " characters, got " + id.length());
        }
        if (id.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidArgumentException(field + " must not contain control characters");
        }
        TextRules.checkWhole(field, id);
        return id;
    }
}
