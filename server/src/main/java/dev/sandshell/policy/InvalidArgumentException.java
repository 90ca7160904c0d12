package dev.sandshell.policy;

/** A parameter that breaks a rule. The message begins with the field's name and says the rule and what was given. */
public final class InvalidArgumentException extends Exception {
    private static final long serialVersionUID = 1;

    public InvalidArgumentException(String message) {
        super(message, null, false, false);
    }
}
