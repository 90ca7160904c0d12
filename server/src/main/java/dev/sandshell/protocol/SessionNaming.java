package dev.sandshell.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What clients call sessions: all editors of a user give the same folder the same session, so each does this, to the
 * character. Pure.
 */
public final class SessionNaming {
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** How much of a name an id begins with, and how long the mark is that tells it from others like it. */
    private static final int ID_PREFIX = 40;

    private static final int MARK = 6;

    /** What a session is made with. */
    public record Named(String sessionId, String name) {}

    private SessionNaming() {}

    /**
     * The session of a folder: named after it, with a mark of its whole path in the id.
     *
     * @param folder its absolute path, as the user has opened it
     */
    public static Named folderSession(String folder) {
        String last = folder.replaceAll("/+$", "");
        String base = last.substring(last.lastIndexOf('/') + 1);
        String name = base.isEmpty() ? "root" : base;
        return new Named(prefix(name, false) + "-" + mark(folder), name);
    }

    /** What a session of a name is made with. The id follows from the name, so that two who make it at once make one. */
    public static Named newSessionFor(String name) {
        return IDENTIFIER.matcher(name).matches()
                ? new Named(name, name)
                : new Named(prefix(name, true) + "-" + mark(name), name);
    }

    /** The session that somebody means: the one of this id, or else the oldest of this name. */
    public static Optional<Session> sessionNamed(Collection<Session> sessions, String wanted) {
        return sessions.stream()
                .filter(session -> session.sessionId().equals(wanted))
                .findFirst()
                .or(() -> sessions.stream()
                        .filter(session -> session.name().equals(wanted))
                        .min(Comparator.comparingLong(Session::createdAtMs)));
    }

    /** The name of a further session of a folder: {@code name 2}, or the next number that is free. */
    public static String nextName(String name, Collection<Session> sessions) {
        Set<String> taken = sessions.stream().map(Session::name).collect(Collectors.toSet());
        int number = 2;
        while (taken.contains(name + " " + number)) {
            number++;
        }
        return name + " " + number;
    }

    /** UTF-16 counts, since it does in the other editors: what takes two of its units there becomes two dashes. */
    private static String prefix(String name, boolean isOneDashForSome) {
        StringBuilder prefix = new StringBuilder();
        boolean isDash = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean isPlain = c < 0x80 && (Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0);
            if (isPlain || !isDash || !isOneDashForSome) {
                prefix.append(isPlain ? c : '-');
            }
            isDash = !isPlain;
        }
        return prefix.substring(0, Math.min(ID_PREFIX, prefix.length()));
    }

    private static String mark(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, MARK);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
