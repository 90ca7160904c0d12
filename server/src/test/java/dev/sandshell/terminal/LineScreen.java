package dev.sandshell.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of a terminal as the tests need: characters in rows, a cursor, clearing, and another screen. */
final class LineScreen {
    private static final Pattern PART = Pattern.compile(
            "\\x1b\\[(\\??)([0-9;]*)([A-Za-z])|\\x1b\\][^\\x07]*\\x07|\\x1b[78=>]|[^\\x1b]", Pattern.DOTALL);

    private final int columns;
    private List<StringBuilder> rows = new ArrayList<>(List.of(new StringBuilder()));
    private List<StringBuilder> others = new ArrayList<>();
    private int row;
    private int column;
    private int otherRow;
    private int otherColumn;

    LineScreen(int columns) {
        this.columns = columns;
    }

    /** What it shows, without what is empty at the end. */
    List<String> text() {
        List<String> text = new ArrayList<>();
        rows.forEach(each -> text.add(each.toString().stripTrailing()));
        while (!text.isEmpty() && text.get(text.size() - 1).isEmpty()) {
            text.remove(text.size() - 1);
        }
        return text;
    }

    void write(String sent) {
        Matcher part = PART.matcher(sent);
        int at = 0;
        while (part.find()) {
            if (part.start() != at) {
                throw new IllegalArgumentException("no such sequence: " + sent.substring(at));
            }
            at = part.end();
            if (part.group(3) != null) {
                control(part.group(1), part.group(2), part.group(3).charAt(0));
            } else if (part.group().length() == 1) {
                character(part.group().charAt(0));
            }
        }
    }

    private void control(String mark, String given, char kind) {
        if (mark.equals("?") && given.equals("1049") && (kind == 'h' || kind == 'l')) {
            swap();
        }
        int count = given.matches("[1-9][0-9]*") ? Integer.parseInt(given) : 1;
        switch (kind) {
            case 'A' -> row = Math.max(0, row - count);
            case 'B' -> row += count;
            case 'C' -> column = Math.min(columns - 1, column + count);
            case 'D' -> column = Math.max(0, column - count);
            case 'H' -> {
                row = 0;
                column = 0;
            }
            case 'J' -> {
                if (given.equals("2")) {
                    rows.forEach(each -> each.setLength(0));
                } else {
                    clearRest();
                    rows.subList(row + 1, rows.size()).clear();
                }
            }
            case 'K' -> clearRest();
            default -> {}
        }
    }

    private void clearRest() {
        current().setLength(Math.min(column, current().length()));
    }

    private void swap() {
        List<StringBuilder> left = rows;
        rows = others;
        others = left;
        int leftRow = row;
        row = otherRow;
        otherRow = leftRow;
        int leftColumn = column;
        column = otherColumn;
        otherColumn = leftColumn;
    }

    private void character(char c) {
        switch (c) {
            case '\r' -> column = 0;
            case '\n' -> row++;
            case '\b' -> column = Math.max(0, column - 1);
            default -> {
                if (c >= ' ') {
                    put(c);
                }
            }
        }
    }

    private void put(char c) {
        if (column == columns) {
            column = 0;
            row++;
        }
        StringBuilder here = current();
        while (here.length() <= column) {
            here.append(' ');
        }
        here.setCharAt(column, c);
        column++;
    }

    private StringBuilder current() {
        while (rows.size() <= row) {
            rows.add(new StringBuilder());
        }
        return rows.get(row);
    }
}
