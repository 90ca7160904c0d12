package dev.sandshell.diagnostics;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The folders that make and ninja say they are in while they run. Shared by the streams of one command; confined to it. */
final class MakeFolders {
    private static final Pattern MOVE =
            Pattern.compile("\\S*(?:make|ninja)(?:\\[\\d+])?: (Entering|Leaving) directory ['`‘](.+)['’]");

    /** Then the first one is forgotten. */
    private static final int MOST = 64;

    private final ArrayDeque<String> within = new ArrayDeque<>();
    private final Set<String> all = new LinkedHashSet<>();

    /** Answers whether the line was about that. */
    boolean take(String line) {
        if (!line.contains(" directory ")) {
            return false;
        }
        Matcher move = MOVE.matcher(line);
        if (!move.matches()) {
            return false;
        }
        if (move.group(1).equals("Entering")) {
            within.push(move.group(2));
            all.add(move.group(2));
            if (all.size() > MOST) {
                all.remove(all.iterator().next());
            }
            if (within.size() > MOST) {
                within.removeLast();
            }
        } else {
            within.poll();
        }
        return true;
    }

    /** The one that is worked in now, as far as that is known. */
    @Nullable
    String current() {
        return within.peek();
    }

    /** Each that has been named. */
    ImmutableList<String> all() {
        return ImmutableList.copyOf(all);
    }
}
