package dev.sandshell.intellij.core.terminal.emulator;

import dev.sandshell.intellij.core.terminal.CellStyle;
import dev.sandshell.intellij.core.terminal.CellStyle.Attribute;
import dev.sandshell.intellij.core.terminal.Cursor;
import dev.sandshell.intellij.core.terminal.Emulator;
import dev.sandshell.intellij.core.terminal.Modes;
import dev.sandshell.intellij.core.terminal.ScreenLine;
import dev.sandshell.intellij.core.terminal.TerminalColour;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** An emulator's screen as text, in the format that test-fixtures/README.md defines. */
final class ScreenText {
    private ScreenText() {}

    static String of(Emulator emulator) {
        int rows = emulator.size().rows();
        Cursor cursor = emulator.cursor();
        List<String> lines = new ArrayList<>();
        lines.add("size " + rows + " " + emulator.size().cols());
        lines.add("cursor " + (cursor.row() + 1) + " " + (cursor.column() + 1));
        if (!emulator.title().isEmpty()) {
            lines.add("title " + emulator.title());
        }
        modes(emulator.modes()).forEach(mode -> lines.add("mode " + mode));
        int shown = lines.size();
        boolean isContinuation = emulator.historySize() > 0 && emulator.line(-1).isContinued();
        for (int row = 0; row < rows; row++) {
            ScreenLine line = emulator.line(row);
            lines.add(String.format("%4d", row + 1) + (isContinuation ? "+" : "|") + line.text());
            List<String> runs = runs(line);
            lines.addAll(runs);
            if (!line.text().isEmpty() || !runs.isEmpty() || isContinuation) {
                shown = lines.size();
            }
            isContinuation = line.isContinued();
        }
        return String.join("\n", lines.subList(0, shown)) + "\n";
    }

    private static List<String> modes(Modes modes) {
        List<String> names = new ArrayList<>();
        add(names, modes.isAlternateScreen(), "alternate-screen");
        add(names, modes.isApplicationCursorKeys(), "application-cursor-keys");
        add(names, modes.isApplicationKeypad(), "application-keypad");
        add(names, modes.isBracketedPaste(), "bracketed-paste");
        add(names, modes.isFocusReported(), "focus-events");
        add(names, modes.isInsert(), "insert");
        String mouse = modes.mouse().name().toLowerCase(Locale.ROOT);
        add(names, modes.mouse() != Modes.MouseTracking.NONE, "mouse-" + mouse);
        add(names, !modes.isAutoWrap(), "no-wrap");
        add(names, modes.isOrigin(), "origin");
        return names;
    }

    private static void add(List<String> names, boolean isOn, String name) {
        if (isOn) {
            names.add(name);
        }
    }

    /** Of neighbouring cells that look alike and are not plain. */
    private static List<String> runs(ScreenLine line) {
        List<String> runs = new ArrayList<>();
        int from = 0;
        for (int column = 1; column <= line.cells().size(); column++) {
            String style = describe(line.cell(from).style());
            if (column == line.cells().size()
                    || !style.equals(describe(line.cell(column).style()))) {
                if (!style.isEmpty()) {
                    runs.add("    : " + (from + 1) + (column == from + 1 ? "" : "-" + column) + " " + style);
                }
                from = column;
            }
        }
        return runs;
    }

    private static String describe(CellStyle style) {
        StringJoiner words = new StringJoiner(" ");
        for (Attribute attribute : Attribute.values()) {
            // What is linked is underlined, whatever else the program has said.
            if (style.has(attribute) || (attribute == Attribute.UNDERLINE && style.link() != null)) {
                words.add(attribute.name().toLowerCase(Locale.ROOT));
            }
        }
        describe(words, "fg", style.foreground());
        describe(words, "bg", style.background());
        return words.toString();
    }

    private static void describe(StringJoiner words, String name, TerminalColour colour) {
        if (colour instanceof TerminalColour.Indexed indexed) {
            words.add(name + "=" + indexed.index());
        } else if (colour instanceof TerminalColour.Rgb rgb) {
            words.add(name + "=" + String.format("#%06x", rgb.rgb()));
        }
    }
}
