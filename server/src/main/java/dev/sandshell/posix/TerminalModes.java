package dev.sandshell.posix;

import java.util.Arrays;

/**
 * How a terminal treats what goes through it, as of one look: immutable. Looking and setting are one system call each that
 * does not wait. Asked of the master's side, it is the terminal that the programs on the other side see.
 */
public final class TerminalModes {
    /** More than {@code struct termios} has on any system. */
    private static final int BYTES = 128;

    /** Where termios.h has the flags that tell how input is read. */
    private static final int INPUT_FLAGS = 0;

    /** The fourth word of flags tells what happens to what is typed. */
    private static final int LOCAL_FLAGS = 12;

    private static final int IUTF8 = 0x4000;

    /** Which keys mean what comes after four words of flags and one byte. */
    private static final int KEYS = 17;

    /** The places of the keys that make SIGINT, SIGQUIT and SIGTSTP. */
    private static final int[] SIGNAL_KEYS = {0, 1, 10};

    private static final int ISIG = 0x1;
    private static final int ICANON = 0x2;
    private static final int ECHO = 0x8;

    private final byte[] termios;

    private TerminalModes(byte[] termios) {
        this.termios = termios;
    }

    /**
     * What holds now.
     *
     * @throws PosixException where the descriptor is no terminal
     */
    public static TerminalModes of(Descriptor terminal) throws PosixException {
        NativeBuffer buffer = NativeBuffer.allocate(BYTES);
        if (Libc.tcgetattr(terminal.number(), buffer.address()) < 0) {
            throw PosixException.last("tcgetattr");
        }
        return new TerminalModes(bytesOf(buffer));
    }

    /** The same terminal with every key as it is: no lines, no echo, no signals, no translation. */
    public TerminalModes raw() {
        NativeBuffer buffer = nativeCopy();
        Libc.cfmakeraw(buffer.address());
        return new TerminalModes(bytesOf(buffer));
    }

    /** The same, where one character of UTF-8 is one to erase. */
    public TerminalModes inUtf8() {
        NativeBuffer buffer = nativeCopy();
        buffer.bytes().putInt(INPUT_FLAGS, buffer.bytes().getInt(INPUT_FLAGS) | IUTF8);
        return new TerminalModes(bytesOf(buffer));
    }

    /** Makes a terminal treat things like this, from now on. */
    public void applyTo(Descriptor terminal) throws PosixException {
        if (Libc.tcsetattr(terminal.number(), Libc.TCSANOW, nativeCopy().address()) < 0) {
            throw PosixException.last("tcsetattr");
        }
    }

    /** Whether what is typed shows. */
    public boolean isEchoing() {
        return (localFlags() & ECHO) != 0;
    }

    /** Whether a program gets what is typed by the line, and not by the key. */
    public boolean isByLine() {
        return (localFlags() & ICANON) != 0;
    }

    /** Whether a key sends the foreground processes a signal, and what was typed before it is forgotten. */
    public boolean makesSignalOf(byte key) {
        // A nought stands for no key.
        return key != 0
                && (localFlags() & ISIG) != 0
                && Arrays.stream(SIGNAL_KEYS).anyMatch(place -> termios[KEYS + place] == key);
    }

    private int localFlags() {
        return nativeCopy().bytes().getInt(LOCAL_FLAGS);
    }

    private NativeBuffer nativeCopy() {
        NativeBuffer buffer = NativeBuffer.allocate(BYTES);
        buffer.bytes().put(0, termios);
        return buffer;
    }

    private static byte[] bytesOf(NativeBuffer buffer) {
        byte[] bytes = new byte[BYTES];
        buffer.bytes().get(0, bytes);
        return bytes;
    }
}
