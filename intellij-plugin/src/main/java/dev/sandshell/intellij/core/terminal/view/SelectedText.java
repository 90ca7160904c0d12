package dev.sandshell.intellij.core.terminal.view;

import dev.sandshell.intellij.core.terminal.ScreenLine;

/** What copying gives: wrapped lines are one, and there are no blanks at the ends of others. */
final class SelectedText {
    private SelectedText() {}

    static String of(Lines lines, TextRange range) {
        StringBuilder text = new StringBuilder();
        long last = Math.min(range.to().line(), lines.end() - 1);
        for (long number = Math.max(range.from().line(), lines.first()); number <= last; number++) {
            ScreenLine line = lines.line(number);
            int from = range.firstColumn(number);
            int end = range.endColumn(number, lines.columns());
            StringBuilder piece = new StringBuilder();
            for (int column = from; column < Math.min(end, line.cells().size()); column++) {
                piece.append(line.cells().get(column).text());
            }
            boolean isToItsEnd =
                    number < range.to().line() || end >= line.cells().size();
            boolean isWhole = !line.isContinued() && isToItsEnd;
            text.append(isWhole ? piece.toString().stripTrailing() : piece);
            if (isWhole && number < range.to().line()) {
                text.append('\n');
            }
        }
        return text.toString();
    }
}
