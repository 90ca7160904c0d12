package dev.sandshell.live;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is offered at one place: at most so many, with so many characters together; what is over is left out and that is
 * said. The first of a name is the one that a shell would take. Confined to its caller.
 */
public final class Offers {
    static final int MOST = 300;
    private static final int MOST_CHARACTERS = 128 * 1024;

    private final Map<String, Offer> byLabel = new LinkedHashMap<>();
    private int characters;
    private boolean isIncomplete;

    /** Takes one in, unless something of its name is there. */
    void add(Offer offer) {
        if (isFull()) {
            isIncomplete |= !byLabel.containsKey(offer.label());
        } else if (byLabel.putIfAbsent(offer.label(), offer) == null) {
            characters += 2 * offer.label().length()
                    + offer.text().length()
                    + offer.detail().length();
        }
    }

    boolean isFull() {
        return byLabel.size() >= MOST || characters >= MOST_CHARACTERS;
    }

    /** There was more to look through than is looked through. */
    void cut() {
        isIncomplete = true;
    }

    public ImmutableList<Offer> all() {
        return ImmutableList.copyOf(byLabel.values());
    }

    /** Whether there is more, which another letter may bring. */
    public boolean isIncomplete() {
        return isIncomplete;
    }
}
