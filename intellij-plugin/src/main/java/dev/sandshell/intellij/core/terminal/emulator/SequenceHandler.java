package dev.sandshell.intellij.core.terminal.emulator;

/** What a {@link SequenceParser} finds. */
interface SequenceHandler {
    /** Characters to be shown, those from start to end; surrogates come in pairs. */
    void print(String text, int start, int end);

    /** A control character. */
    void execute(char control);

    /** {@code ESC intermediates last}: the intermediate, if there is one, is eight bits higher. */
    void escape(int identity);

    /** {@code CSI …}; see {@link ControlSequence#identity}. */
    void control(int identity, ControlSequence sequence);

    /** {@code OSC content ST}. */
    void operatingSystemCommand(String content);

    /** {@code DCS … content ST}, its beginning as {@link #control}'s. */
    void deviceControl(int identity, String content);
}
