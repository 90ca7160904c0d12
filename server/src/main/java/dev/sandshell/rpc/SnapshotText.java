package dev.sandshell.rpc;

import com.google.common.hash.Hashing;
import dev.sandshell.policy.InvalidArgumentException;
import dev.sandshell.session.ShellState;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The state of a shell as one line of text: a word of ours, the version, a checksum, the shell, and the script in base64.
 * The checksum is there for accidents; against forgery it is none, since a snapshot is a script to begin with. Pure.
 */
final class SnapshotText {
    private static final String FIELD = "snapshot";
    private static final String VERSION = "1";

    /** By name alone: a snapshot does not get to say which file is run. */
    private static final Pattern SHELL = Pattern.compile("[^/\\p{Cntrl}]{1,100}");

    /** What stands before the script, which may be long; no shell's name takes part of that, since base64 has no colon. */
    private static final Pattern HEADER = Pattern.compile("sandshell-snapshot:([0-9]{1,9}):(?:([0-9a-f]{64}):(.*))?");

    private SnapshotText() {}

    static String of(ShellState state) {
        return "sandshell-snapshot:" + VERSION + ":" + checksum(state) + ":" + state.shell() + ":"
                + Base64.getEncoder().encodeToString(state.script());
    }

    static ShellState read(String text, int maxBytes) throws InvalidArgumentException {
        int end = text.lastIndexOf(':');
        Matcher header = HEADER.matcher(end < 0 ? "" : text.substring(0, end));
        // Of another version no more is known than its number.
        Matcher beginning = HEADER.matcher(text);
        if (beginning.lookingAt() && !VERSION.equals(beginning.group(1))) {
            throw new InvalidArgumentException(
                    FIELD + " must be of version " + VERSION + ", got version " + beginning.group(1));
        }
        if (!header.matches() || header.group(2) == null) {
            throw new InvalidArgumentException(FIELD + " must be a text that sandbox/session/snapshot has given");
        }
        String script = text.substring(end + 1);
        // Before memory is taken for it; what remains after that is the padding.
        checkSize(script.length() / 4 * 3L - 2, maxBytes);
        ShellState state = new ShellState(header.group(3), Fields.base64(FIELD, script));
        checkSize(state.script().length, maxBytes);
        // Not the checksum alone: base64 can be written in more than one way.
        if (!of(state).equals(text)) {
            throw new InvalidArgumentException(FIELD + " must be whole: its checksum is that of another text");
        }
        if (!SHELL.matcher(state.shell()).matches()) {
            throw new InvalidArgumentException(FIELD + " must name a shell, got \"" + state.shell() + "\"");
        }
        return state;
    }

    private static void checkSize(long bytes, int maxBytes) throws InvalidArgumentException {
        if (bytes > maxBytes) {
            throw new InvalidArgumentException(FIELD + " must hold at most " + maxBytes + " bytes of state");
        }
    }

    private static String checksum(ShellState state) {
        return Hashing.sha256()
                .newHasher()
                .putString(state.shell(), StandardCharsets.UTF_8)
                .putByte((byte) 0)
                .putBytes(state.script())
                .hash()
                .toString();
    }
}
