package dev.sandshell.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Whole numbers from 1 on: process ids and ports. Pure. */
final class PositiveConverter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Worded below.
        }
        throw new TypeConversionException("must be a positive number, got \"" + text + "\"");
    }
}
