package dev.sandshell.language;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The cells of a script: what is between lines that begin with {@code # %%}. Pure. */
final class Cells {
    private static final Pattern BORDER = Pattern.compile("^\\s*#\\s*%%");

    private Cells() {}

    /** A stretch of lines, both ends included, from 0; one that is empty ends before it begins. */
    record Cell(int first, int last) {
        String textIn(List<String> lines) {
            return String.join("\n", lines.subList(first, last + 1));
        }
    }

    /** None where there is no border. */
    static ImmutableList<Cell> of(List<String> lines) {
        List<Integer> borders = new ArrayList<>(IntStream.range(0, lines.size())
                .filter(line -> BORDER.matcher(lines.get(line)).find())
                .boxed()
                .toList());
        if (borders.isEmpty()) {
            return ImmutableList.of();
        }
        if (lines.subList(0, borders.get(0)).stream().anyMatch(line -> !line.isBlank() && !line.startsWith("#!"))) {
            borders.add(0, -1);
        }
        ImmutableList.Builder<Cell> cells = ImmutableList.builder();
        for (int i = 0; i < borders.size(); i++) {
            int next = i + 1 < borders.size() ? borders.get(i + 1) : lines.size();
            cells.add(new Cell(borders.get(i) + 1, next - 1));
        }
        return cells.build();
    }
}
