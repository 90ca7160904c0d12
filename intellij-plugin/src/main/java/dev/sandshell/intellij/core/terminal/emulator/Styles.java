package dev.sandshell.intellij.core.terminal.emulator;

import dev.sandshell.intellij.core.terminal.CellStyle;
import java.util.LinkedHashMap;
import java.util.Map;

/** One object for cells that look alike, as far as they were met lately: a screen has few styles and many cells. */
final class Styles {
    private static final int BOUND = 512;

    private final Map<CellStyle, CellStyle> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CellStyle, CellStyle> eldest) {
            return size() > BOUND;
        }
    };

    Styles() {
        known.put(CellStyle.PLAIN, CellStyle.PLAIN);
    }

    CellStyle same(CellStyle style) {
        CellStyle same = known.putIfAbsent(style, style);
        return same == null ? style : same;
    }
}
