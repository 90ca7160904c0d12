package dev.sandshell.intellij.core.terminal.emulator;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The four character sets that a program has at hand, and the one that it writes with now. */
final class CharacterSets {
    /** A set, by its final character: pairs of an ASCII character and what is shown for it. */
    private static final Map<Character, String> REPLACED = Map.ofEntries(
            Map.entry('0', "`◆a▒b␉c␌d␍e␊f°g±h␤i␋j┘k┐l┌m└n┼o⎺p⎻q─r⎼s⎽t├u┤v┴w┬x│y≤z≥{π|≠}£~·"),
            Map.entry('A', "#£"),
            Map.entry('B', ""),
            Map.entry('4', "#£@¾[i\\½]|{¨|f}¼~´"),
            Map.entry('C', "[Ä\\Ö]Å^Ü`é{ä|ö}å~ü"),
            Map.entry('5', "[Ä\\Ö]Å^Ü`é{ä|ö}å~ü"),
            Map.entry('R', "#£@à[°\\ç]§{é|ù}è~¨"),
            Map.entry('Q', "@à[â\\ç]ê^î`ô{é|ù}è~û"),
            Map.entry('K', "@§[Ä\\Ö]Ü{ä|ö}ü~ß"),
            Map.entry('Y', "#£@§[°\\ç]é`ù{à|ò}è~ì"),
            Map.entry('E', "@Ä[Æ\\Ø]Å^Ü`ä{æ|ø}å~ü"),
            Map.entry('6', "@Ä[Æ\\Ø]Å^Ü`ä{æ|ø}å~ü"),
            Map.entry('Z', "#£@§[¡\\Ñ]¿{°|ñ}ç"),
            Map.entry('H', "@É[Ä\\Ö]Å^Ü`é{ä|ö}å~ü"),
            Map.entry('7', "@É[Ä\\Ö]Å^Ü`é{ä|ö}å~ü"),
            Map.entry('=', "#ù@à[é\\ç]ê^î_è`ô{ä|ö}ü~û"));

    private final @Nullable String[] sets = new @Nullable String[4];
    private int level;
    /** What is replaced now; null where nothing is. */
    private @Nullable String current;

    void reset() {
        for (int i = 0; i < sets.length; i++) {
            sets[i] = null;
        }
        level = 0;
        current = null;
    }

    /** Puts a set at hand (SCS); one that is not known changes nothing. */
    void designate(int at, char last) {
        String pairs = REPLACED.get(last);
        if (pairs == null) {
            return;
        }
        sets[at] = pairs.isEmpty() ? null : pairs;
        if (level == at) {
            current = sets[at];
        }
    }

    /** Writes with the set that is at hand there from now on (SO, SI, LS2…). */
    void select(int at) {
        level = at;
        current = sets[at];
    }

    /** What the cursor is saved with. */
    @Nullable
    String current() {
        return current;
    }

    void restore(@Nullable String saved) {
        current = saved;
    }

    boolean isPlain() {
        return current == null;
    }

    int shown(int codePoint) {
        if (current != null && codePoint < 0x7f) {
            for (int i = 0; i < current.length(); i += 2) {
                if (current.charAt(i) == codePoint) {
                    return current.charAt(i + 1);
                }
            }
        }
        return codePoint;
    }
}
