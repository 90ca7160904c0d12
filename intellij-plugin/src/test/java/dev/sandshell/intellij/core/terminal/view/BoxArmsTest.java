package dev.sandshell.intellij.core.terminal.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The table of lines says what Unicode's names say. */
class BoxArmsTest {
    private static final Map<String, Integer> WEIGHTS = Map.of("LIGHT", 1, "SINGLE", 1, "HEAVY", 2, "DOUBLE", 3);

    private static final Map<String, List<Integer>> DIRECTIONS = Map.of(
            "LEFT", List.of(0),
            "UP", List.of(1),
            "RIGHT", List.of(2),
            "DOWN", List.of(3),
            "HORIZONTAL", List.of(0, 2),
            "VERTICAL", List.of(1, 3));

    @Test
    void tableIsWhatTheNamesSay() {
        for (int codePoint = 0x2500; codePoint <= 0x257F; codePoint++) {
            String name = Character.getName(codePoint).replace("BOX DRAWINGS ", "");
            boolean isOther = name.contains("DASH") || name.contains("ARC") || name.contains("DIAGONAL");

            assertThat(BoxArms.has(codePoint)).as(name).isEqualTo(!isOther);
            if (!isOther) {
                assertThat(new int[] {
                            BoxArms.left(codePoint),
                            BoxArms.up(codePoint),
                            BoxArms.right(codePoint),
                            BoxArms.down(codePoint)
                        })
                        .as(name)
                        .isEqualTo(named(name));
            }
        }
        assertThat(BoxArms.has(0x24FF)).isFalse();
        assertThat(BoxArms.has(0x2580)).isFalse();
    }

    /** A weight stands before the directions that have it, or behind them. */
    private static int[] named(String name) {
        int[] weights = new int[4];
        List<Integer> waiting = new ArrayList<>();
        List<String> words = List.of(name.split(" ", -1));
        boolean isBefore = WEIGHTS.containsKey(words.get(0));
        int weight = 0;
        for (String word : words) {
            if (WEIGHTS.containsKey(word)) {
                weight = WEIGHTS.getOrDefault(word, 0);
                if (!isBefore) {
                    set(weights, waiting, weight);
                    waiting.clear();
                }
            } else if (!word.equals("AND")) {
                if (isBefore) {
                    set(weights, directions(word), weight);
                } else {
                    waiting.addAll(directions(word));
                }
            }
        }
        return weights;
    }

    private static List<Integer> directions(String word) {
        return DIRECTIONS.getOrDefault(word, List.of());
    }

    private static void set(int[] weights, List<Integer> directions, int weight) {
        directions.forEach(direction -> weights[direction] = weight);
    }
}
