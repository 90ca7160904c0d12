package dev.sandshell.scripts;

import com.google.common.collect.ImmutableList;
import dev.sandshell.language.Place;
import dev.sandshell.language.TextPlaces;
import dev.sandshell.live.LiveState;
import dev.sandshell.live.Offer;
import dev.sandshell.live.Offers;
import dev.sandshell.protocol.CompletionItem;
import dev.sandshell.protocol.CompletionItemLabelDetails;
import dev.sandshell.protocol.CompletionList;
import dev.sandshell.protocol.Location;
import dev.sandshell.protocol.Position;
import dev.sandshell.protocol.Range;
import dev.sandshell.protocol.TextEdit;
import dev.sandshell.syntax.Cursor;
import dev.sandshell.syntax.Name;
import org.jspecify.annotations.Nullable;

/** What is offered, as LSP has it. Pure. */
final class OfferMapping {
    /** The kinds in the order in which they are offered: what is nearest first. */
    private static final ImmutableList<Offer.Kind> RANKS = ImmutableList.copyOf(Offer.Kind.values());

    private OfferMapping() {}

    static CompletionList list(Offers offers, Cursor cursor, int offset, TextPlaces places, @Nullable LiveState live) {
        Range range = new Range(position(places.place(cursor.start())), position(places.place(offset)));
        boolean isOld = live != null && live.isBusy();
        return new CompletionList(
                offers.isIncomplete(),
                offers.all().stream().map(offer -> item(offer, range, isOld)).toList());
    }

    private static char rankOf(Offer.Kind kind) {
        return (char) ('a' + RANKS.indexOf(kind));
    }

    private static CompletionItem item(Offer offer, Range range, boolean isOld) {
        String source = offer.source() + (isOld && isOfSession(offer.kind()) ? " (as of the last prompt)" : "");
        // In the order of their kinds, and in each by name.
        String sortText = rankOf(offer.kind()) + offer.label();
        return new CompletionItem(
                offer.label(),
                new CompletionItemLabelDetails(source),
                numberOf(offer.kind()),
                offer.detail().isEmpty() ? null : offer.detail(),
                sortText,
                offer.text(),
                new TextEdit(range, offer.text()));
    }

    private static boolean isOfSession(Offer.Kind kind) {
        return switch (kind) {
            case FUNCTION, VARIABLE, ALIAS -> true;
            default -> false;
        };
    }

    /** LSP's CompletionItemKind. */
    private static int numberOf(Offer.Kind kind) {
        return switch (kind) {
            case OWN_FUNCTION, FUNCTION, BUILTIN -> 3;
            case OWN_VARIABLE, VARIABLE -> 6;
            case ALIAS -> 18;
            case KEYWORD -> 14;
            case FOLDER -> 19;
            case FILE -> 17;
            case OPTION -> 20;
            case COMMAND -> 9;
        };
    }

    static Location location(String uri, Name name, TextPlaces places) {
        return new Location(uri, new Range(position(places.place(name.start())), position(places.place(name.end()))));
    }

    static Position position(Place place) {
        return new Position(place.line(), place.character());
    }
}
