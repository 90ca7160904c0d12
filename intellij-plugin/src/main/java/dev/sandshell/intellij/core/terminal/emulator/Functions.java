package dev.sandshell.intellij.core.terminal.emulator;

import dev.sandshell.intellij.core.terminal.Cursor;

/** Which function each control character and sequence has. */
final class Functions implements SequenceHandler {
    private final TerminalState state;
    private final Motion motion;
    private final Editing editing;
    private final Printer printer;
    private final ModeSwitches modes;
    private final Reports reports;

    Functions(TerminalState state) {
        this.state = state;
        motion = new Motion(state);
        editing = new Editing(state, motion);
        printer = new Printer(state);
        modes = new ModeSwitches(state, motion);
        reports = new Reports(state);
    }

    @Override
    public void print(String text, int start, int end) {
        printer.print(text, start, end);
    }

    @Override
    public void execute(char control) {
        switch (control) {
            case 0x07 -> state.listener.rang();
            case 0x08 -> motion.backspace();
            case 0x09 -> motion.tab(1);
            case 0x0a, 0x0b, 0x0c -> motion.lineFeed();
            case 0x0d -> motion.carriageReturn();
            case 0x0e -> state.characterSets.select(1);
            case 0x0f -> state.characterSets.select(0);
            case 0x84 -> motion.index();
            case 0x85 -> nextLine();
            case 0x88 -> setTab();
            default -> {}
        }
        printer.interrupt();
    }

    @Override
    public void escape(int identity) {
        switch (identity) {
            case '7' -> state.saveCursor();
            case '8' -> restoreCursor();
            case 'D' -> motion.index();
            case 'E' -> nextLine();
            case 'H' -> setTab();
            case 'M' -> motion.reverseIndex();
            case '=' -> state.modes.isApplicationKeypad = true;
            case '>' -> state.modes.isApplicationKeypad = false;
            case 'c' -> state.reset();
            case 'n', '}' -> state.characterSets.select(2);
            case 'o', '|' -> state.characterSets.select(3);
            case '~' -> state.characterSets.select(1);
            case '#' << 8 | '8' -> editing.alignmentPattern();
            case '%' << 8 | '@', '%' << 8 | 'G' -> {
                state.characterSets.select(0);
                state.characterSets.designate(0, 'B');
            }
            default -> designate((char) (identity >> 8), (char) (identity & 0xff));
        }
        printer.interrupt();
    }

    private void designate(char intermediate, char last) {
        switch (intermediate) {
            case '(' -> state.characterSets.designate(0, last);
            case ')', '-' -> state.characterSets.designate(1, last);
            case '*', '.' -> state.characterSets.designate(2, last);
            case '+' -> state.characterSets.designate(3, last);
            default -> {}
        }
    }

    @Override
    public void control(int identity, ControlSequence sequence) {
        if (!move(identity, sequence) && !edit(identity, sequence)) {
            set(identity, sequence);
        }
        printer.interrupt();
    }

    private boolean move(int identity, ControlSequence sequence) {
        int count = sequence.getOrOne(0);
        switch (identity) {
            case 'A' -> motion.up(count);
            case 'B' -> motion.down(count);
            case 'C', 'a' -> motion.along(count);
            case 'D' -> motion.along(-count);
            case 'E' -> {
                motion.down(count);
                motion.carriageReturn();
            }
            case 'F' -> {
                motion.up(count);
                motion.carriageReturn();
            }
            case 'G', '`' -> motion.toColumn(count - 1);
            case 'H', 'f' -> motion.to(sequence.getOrOne(1) - 1, count - 1);
            case 'I' -> motion.tab(count);
            case 'Z' -> motion.backTab(count);
            case 'd' -> motion.toRow(count - 1);
            case 'e' -> motion.downFreely(count);
            case 's' -> state.saveCursor();
            case 'u' -> restoreCursor();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean edit(int identity, ControlSequence sequence) {
        int count = sequence.getOrOne(0);
        switch (identity) {
            case '@' -> editing.insertCharacters(count);
            case 'J' -> editing.eraseInDisplay(sequence.get(0), false);
            case '?' << 8 | 'J' -> editing.eraseInDisplay(sequence.get(0), true);
            case 'K' -> editing.eraseInLine(sequence.get(0), false);
            case '?' << 8 | 'K' -> editing.eraseInLine(sequence.get(0), true);
            case 'L' -> editing.insertLines(count);
            case 'M' -> editing.deleteLines(count);
            case 'P' -> editing.deleteCharacters(count);
            case 'S' -> editing.scrollUp(count);
            case 'T' -> editing.scrollDown(count);
            case 'X' -> editing.eraseCharacters(count);
            case 'b' -> printer.repeat(count);
            case ' ' << 8 | '@' -> editing.deleteColumns(0, count);
            case ' ' << 8 | 'A' -> editing.insertColumns(0, count);
            case '\'' << 8 | '}' -> editing.insertColumns(state.page().column, count);
            case '\'' << 8 | '~' -> editing.deleteColumns(state.page().column, count);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void set(int identity, ControlSequence sequence) {
        int parameter = sequence.get(0);
        switch (identity) {
            case 'c' -> reports.primaryAttributes(parameter);
            case '>' << 8 | 'c' -> reports.secondaryAttributes(parameter);
            case 'g' -> clearTab(parameter);
            case 'h' -> modes.set(sequence, true);
            case '?' << 8 | 'h' -> modes.setPrivate(sequence, true);
            case 'l' -> modes.set(sequence, false);
            case '?' << 8 | 'l' -> modes.setPrivate(sequence, false);
            case 'm' -> GraphicRendition.apply(sequence, state.pen);
            case 'n' -> reports.status(parameter);
            case '?' << 8 | 'n' -> reports.privateStatus(parameter);
            case '!' << 8 | 'p' -> softReset();
            case '$' << 8 | 'p' -> modes.report(parameter);
            case ('?' << 8 | '$') << 8 | 'p' -> modes.reportPrivate(parameter);
            case ' ' << 8 | 'q' -> cursorStyle(parameter);
            case '"' << 8 | 'q' -> protect(parameter);
            case 'r' -> margins(sequence);
            default -> {}
        }
    }

    @Override
    public void operatingSystemCommand(String content) {
        printer.interrupt();
        int semicolon = content.indexOf(';');
        String number = semicolon < 0 ? content : content.substring(0, semicolon);
        String argument = content.substring(Math.min(number.length() + 1, content.length()));
        switch (number) {
            case "0", "2" -> state.title(argument);
            case "8" -> link(argument);
            default -> {}
        }
    }

    @Override
    public void deviceControl(int identity, String content) {
        printer.interrupt();
        if (identity == ('$' << 8 | 'q')) {
            reports.setting(content);
        }
    }

    private void nextLine() {
        motion.carriageReturn();
        motion.index();
    }

    private void restoreCursor() {
        state.restoreCursor();
        motion.restrict();
    }

    private void setTab() {
        state.page().tabs().set(state.page().column);
    }

    private void clearTab(int which) {
        if (which == 0) {
            state.page().tabs().clear(state.page().column);
        } else if (which == 3) {
            state.page().tabs().clearAll();
        }
    }

    /** DECSTBM: at least two rows. */
    private void margins(ControlSequence sequence) {
        Page page = state.page();
        int top = sequence.getOrOne(0);
        int bottom = sequence.get(1) == 0 ? page.rows() : Math.min(sequence.get(1), page.rows());
        if (bottom > top) {
            page.top = top - 1;
            page.bottom = bottom - 1;
            motion.to(0, 0);
        }
    }

    /** DECSTR: as new, but for what is on the screen, and where the cursor is. */
    private void softReset() {
        Page page = state.page();
        page.top = 0;
        page.bottom = page.rows() - 1;
        page.saved = Page.SavedCursor.NONE;
        state.pen.clear();
        state.pen.link(null);
        state.modes.softReset();
        state.characterSets.reset();
    }

    /** DECSCA. */
    private void protect(int parameter) {
        if (parameter <= 2) {
            state.pen.protect(parameter == 1);
        }
    }

    /** DECSCUSR. */
    private void cursorStyle(int parameter) {
        if (parameter <= 6) {
            state.modes.cursorShape = switch (parameter) {
                case 3, 4 -> Cursor.Shape.UNDERLINE;
                case 5, 6 -> Cursor.Shape.BAR;
                default -> Cursor.Shape.BLOCK;
            };
            state.modes.isCursorBlinking = parameter % 2 == 1;
        }
    }

    /** OSC 8: {@code parameters;uri}; without either, the link ends. */
    private void link(String argument) {
        int semicolon = argument.indexOf(';');
        if (semicolon < 0) {
            return;
        }
        String uri = argument.substring(semicolon + 1);
        if (!uri.isEmpty()) {
            state.pen.link(uri);
        } else if (argument.substring(0, semicolon).isBlank()) {
            state.pen.link(null);
        }
    }
}
