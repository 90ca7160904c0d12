package dev.sandshell.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Whole numbers from 1 on: process ids, ports, counts. Pure. */
final class PositiveConverter implements ITypeConverter<Integer> {
    private final int most;

    PositiveConverter() {
        this(Integer.MAX_VALUE);
    }

    PositiveConverter(int most) {
        this.most = most;
    }

    @Override
    public Integer convert(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number > 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Worded below.
        }
        String rule = most == Integer.MAX_VALUE ? "a positive number" : "a number from 1 to " + most;
        throw new TypeConversionException("must be " + rule + ", got \"" + text + "\"");
    }
}
