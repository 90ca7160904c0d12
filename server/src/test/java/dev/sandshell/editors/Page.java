package dev.sandshell.editors;

import dev.sandshell.Installed;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A page of {@code docs/editors}, and what is to be copied from it. */
final class Page {
    private final String name;
    private final String text;

    Page(String name) throws IOException {
        this.name = name;
        text = Files.readString(
                Installed.fixtures().resolveSibling("docs/editors").resolve(name));
    }

    /** The block of this language that comes so many after the first. */
    String block(String language, int number) {
        List<String> blocks = Pattern.compile("^```" + language + "\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(text)
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
        if (number >= blocks.size()) {
            throw new AssertionError(name + " has only " + blocks.size() + " blocks of " + language);
        }
        return blocks.get(number);
    }
}
