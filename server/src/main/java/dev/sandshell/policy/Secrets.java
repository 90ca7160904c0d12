package dev.sandshell.policy;

import java.util.regex.Pattern;

/**
 * What is not shown of values: those of variables whose names say that they are secret, what looks like a credential by
 * itself, and the password in an address. Pure. It is for screens and recordings of them, and no protection: whoever may
 * ask for what a session holds gets it elsewhere as it is.
 */
public final class Secrets {
    /** What stands for a value. As long for each: the length of a secret is one, too. */
    public static final String MASK = "••••••";

    private static final String NAME =
            "[A-Za-z0-9_]*(?:TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIAL|PRIVATE|APIKEY|COOKIE"
                    + "|(?<![A-Za-z0-9])(?:KEY|PASS|PAT|PIN)(?![A-Za-z0-9])"
                    + "|(?<=_)(?:KEY|PASS|PAT|PIN)(?=_|\\b))[A-Za-z0-9_]*";

    private static final Pattern SECRET_NAME = Pattern.compile("^" + NAME + "$", Pattern.CASE_INSENSITIVE);

    /** {@code NAME=value}, {@code NAME: value} and {@code --name value} in a text. */
    private static final Pattern ASSIGNMENT = Pattern.compile(
            "\\b(" + NAME + "\\+?[=:]\\s?)(\"[^\"\\n]*\"|'[^'\\n]*'|[^\\s;|&)]+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern OPTION = Pattern.compile(
            "(--?[a-z-]*(?:token|secret|password|passwd|passphrase|api-?key)[= ])(\"[^\"\\n]*\"|'[^'\\n]*'|[^\\s;|&)]+)",
            Pattern.CASE_INSENSITIVE);

    /** GitHub, GitLab, Slack, AWS, Google, OpenAI and the like; JSON web tokens; PEM. */
    private static final Pattern CREDENTIAL = Pattern.compile(
            "\\b(?:gh[pousr]_|github_pat_|glpat-|xox[abprs]-|AKIA|ASIA|AIza|sk-|npm_|pypi-)[A-Za-z0-9_-]{8,}"
                    .concat("|\\beyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]*)?")
                    .concat("|-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]*"));

    private static final Pattern ADDRESS = Pattern.compile("(\\b[a-z][a-z0-9+.-]*://[^/\\s:@'\"]*):[^/\\s@'\"]+@");
    private static final Pattern BEARER = Pattern.compile("(\\b(?:Bearer|Basic)\\s+)[A-Za-z0-9._~+/=-]{6,}");

    private Secrets() {}

    /** Whether a variable is secret by its name. */
    public static boolean isSecret(String name) {
        return SECRET_NAME.matcher(name).find();
    }

    /** The value of a variable as it may be shown. */
    public static String shown(String name, String value) {
        return !value.isEmpty() && isSecret(name) ? MASK : masked(value);
    }

    /** A text as it may be shown. */
    public static String masked(String text) {
        String shown = CREDENTIAL.matcher(text).replaceAll(MASK);
        shown = ADDRESS.matcher(shown).replaceAll("$1:" + MASK + "@");
        shown = BEARER.matcher(shown).replaceAll("$1" + MASK);
        shown = OPTION.matcher(shown).replaceAll("$1" + MASK);
        return ASSIGNMENT.matcher(shown).replaceAll("$1" + MASK);
    }
}
