package dev.sandshell.history;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * What a person looks for, as two searches that must both succeed. Each word, whatever its characters, is to be found
 * somewhere in the command; none has a meaning of its own. Pure.
 *
 * @param match for the index, an expression of FTS5; empty where no word is long enough for it
 * @param patterns for {@code LIKE … ESCAPE '\'}
 */
record SearchTerms(String match, ImmutableList<String> patterns) {
    /** The index holds triples of characters. */
    private static final int INDEXED = 3;

    /** FTS5 bounds the size of an expression; who says more has said enough to be found by these. */
    private static final int MAX_INDEXED = 32;

    private static final Splitter WORDS =
            Splitter.onPattern("\\s+").omitEmptyStrings().trimResults();

    static SearchTerms of(String text) {
        StringBuilder match = new StringBuilder();
        ImmutableList.Builder<String> patterns = ImmutableList.builder();
        int indexed = 0;
        for (String word : WORDS.split(text)) {
            if (indexed < MAX_INDEXED && word.codePointCount(0, word.length()) >= INDEXED) {
                match.append(indexed == 0 ? "" : " ")
                        .append('"')
                        .append(word.replace("\"", "\"\""))
                        .append('"');
                indexed++;
            } else {
                patterns.add(pattern(word));
            }
        }
        return new SearchTerms(match.toString(), patterns.build());
    }

    /** The same without the index. */
    static SearchTerms withoutIndex(String text) {
        List<String> words = WORDS.splitToList(text);
        return new SearchTerms("", words.stream().map(SearchTerms::pattern).collect(ImmutableList.toImmutableList()));
    }

    private static String pattern(String word) {
        return "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
