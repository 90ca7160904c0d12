package dev.sandshell.intellij.core.terminal.view;

import dev.sandshell.intellij.core.terminal.view.TerminalLink.FileLocation;
import dev.sandshell.intellij.core.terminal.view.TerminalLink.Url;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Knows links in what a terminal shows: those that a program has named, addresses, and {@code file:line[:column]}.
 *
 * @param folder what files are relative to, at the moment
 */
record LinkFinder(Supplier<@Nullable Path> folder) {
    /** A link and what of the screen it takes. */
    record Found(TextRange range, TerminalLink link) {}

    /** What may end a sentence or close a bracket around it is not part of an address. */
    private static final Pattern URL = Pattern.compile(
            "\\b(?:https?|file)://[^\\s\"'<>`{}|\\\\^\\x00-\\x20]*[^\\s\"'<>`{}|\\\\^.,;:!?)\\]\\x00-\\x20]");

    /** An address with its closing bracket, where it has the opening one as well. */
    private static final Pattern URL_WITH_BRACKETS = Pattern.compile(URL.pattern() + "\\)?");

    /** A name needs a dot or a slash: {@code 12:30} is no file. */
    private static final Pattern FILE = Pattern.compile(
            "(?<![\\w/.:~-])((?:[A-Za-z]:[\\\\/])?[\\w.~+@/\\\\-]*[./\\\\][\\w.+@/\\\\-]*\\w):(\\d{1,9})(?::(\\d{1,9}))?(?![\\w/])");

    /** The link that a cell is part of. */
    @Nullable
    Found at(LogicalLine line, Position position) {
        String named = line.cell(position).style().link();
        if (named != null) {
            return new Found(namedRange(line, position, named), new Url(named));
        }
        int offset = line.offset(position);
        if (offset == line.text().length()) {
            return null;
        }
        Found url = url(line, offset);
        return url != null ? url : file(line, offset);
    }

    private static TextRange namedRange(LogicalLine line, Position position, String named) {
        int at = line.offset(position);
        int from = at;
        while (from > 0 && named.equals(linkOf(line, from - 1))) {
            from--;
        }
        int to = at;
        while (to < line.text().length() && named.equals(linkOf(line, to))) {
            to++;
        }
        return line.range(from, to);
    }

    private static @Nullable String linkOf(LogicalLine line, int offset) {
        return line.cell(line.range(offset, offset + 1).from()).style().link();
    }

    private static @Nullable Found url(LogicalLine line, int offset) {
        Matcher matcher = URL_WITH_BRACKETS.matcher(line.text());
        while (matcher.find() && matcher.start() <= offset) {
            String url = matcher.group();
            if (url.endsWith(")") && url.indexOf('(') < 0) {
                url = url.substring(0, url.length() - 1);
            }
            if (offset < matcher.start() + url.length()) {
                return new Found(line.range(matcher.start(), matcher.start() + url.length()), new Url(url));
            }
        }
        return null;
    }

    private @Nullable Found file(LogicalLine line, int offset) {
        Matcher matcher = FILE.matcher(line.text());
        while (matcher.find() && matcher.start() <= offset) {
            if (offset < matcher.end()) {
                FileLocation location = location(matcher);
                return location == null ? null : new Found(line.range(matcher.start(), matcher.end()), location);
            }
        }
        return null;
    }

    private @Nullable FileLocation location(Matcher matcher) {
        try {
            Path path = Path.of(matcher.group(1));
            Path base = folder.get();
            if (base != null) {
                path = base.resolve(path).normalize();
            }
            String column = matcher.group(3);
            return path.isAbsolute()
                    ? new FileLocation(
                            path, Integer.parseInt(matcher.group(2)), column == null ? 0 : Integer.parseInt(column))
                    : null;
        } catch (InvalidPathException e) {
            // No name of a file on this machine, so nothing to open.
            return null;
        }
    }
}
