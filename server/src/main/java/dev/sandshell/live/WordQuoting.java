package dev.sandshell.live;

/** Words as they stand in scripts: what has been typed of one, and how another is put there. Pure. */
final class WordQuoting {
    private static final String SPECIAL = " \t\n\\'\"`$&|;<>()*?[]#~!{}=%^";

    private WordQuoting() {}

    /** The text of a word without quotes of which some characters are escaped. */
    static String read(String typed, boolean isQuoted) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (c == '\\' && i + 1 < typed.length()) {
                text.append(typed.charAt(++i));
            } else if (isQuoted || (c != '"' && c != '\'')) {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** The same text where it can stand alone. */
    static String escaped(String text) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SPECIAL.indexOf(c) >= 0) {
                word.append('\\');
            }
            word.append(c);
        }
        return word.toString();
    }

    /** The same text between double quotes. */
    static String inQuotes(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("$", "\\$")
                .replace("`", "\\`");
    }
}
