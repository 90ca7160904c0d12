package dev.sandshell.intellij.core.documents;

import java.util.List;
import java.util.Optional;

/** Which of the things that can be run in a document somebody means by being at a line. */
public final class LensChoice {
    private LensChoice() {}

    /**
     * In a script the cell that the line is in, or the first one where that is further down; all of it where there are none.
     * In a Markdown text the fence that the line is in.
     *
     * @param lenses as the server tells of them: of a script, the whole of it comes first
     * @param line from 0
     */
    public static Optional<Lens> at(List<Lens> lenses, String languageId, int line) {
        if (languageId.equals("markdown")) {
            return lenses.stream()
                    .filter(lens -> lens.line() <= line && line <= closingLine(lens))
                    .findFirst();
        }
        List<Lens> cells = lenses.size() > 1 ? lenses.subList(1, lenses.size()) : lenses;
        return cells.stream()
                .filter(cell -> cell.line() <= line)
                .reduce((earlier, later) -> later)
                .or(() -> cells.stream().findFirst());
    }

    private static long closingLine(Lens fence) {
        return fence.line() + fence.command().lines().count() + 1;
    }
}
