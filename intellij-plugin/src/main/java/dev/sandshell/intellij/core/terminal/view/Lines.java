package dev.sandshell.intellij.core.terminal.view;

import dev.sandshell.intellij.core.terminal.Emulator;
import dev.sandshell.intellij.core.terminal.ScreenLine;

/** All lines that a terminal still has, its history's and its screen's, by their numbers. Only to be used inside of {@code TerminalModel.read}. */
interface Lines {
    /** The number of the oldest. */
    long first();

    /** The number after the newest. */
    long end();

    int columns();

    /** A line from {@link #first} up to {@link #end}. */
    ScreenLine line(long number);

    /** Those of an emulator, as they are now. */
    static Lines of(Emulator emulator) {
        long top = emulator.topLine();
        return new Lines() {
            @Override
            public long first() {
                return top - emulator.historySize();
            }

            @Override
            public long end() {
                return top + emulator.size().rows();
            }

            @Override
            public int columns() {
                return emulator.size().cols();
            }

            @Override
            public ScreenLine line(long number) {
                return emulator.line(Math.toIntExact(number - top));
            }
        };
    }
}
