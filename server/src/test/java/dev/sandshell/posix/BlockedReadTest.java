package dev.sandshell.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only a read counts, and only where the kernel says which. */
final class BlockedReadTest {
    private static final Set<String> X86 = Set.of("0", "19");

    @Test
    void aReadNamesItsDescriptor() {
        assertThat(BlockedRead.descriptorRead("0 0x0 0x7ffe1cfe68d6 0x1 0x0 0x7f12b5001c68 0x0 0x7ffe 0x7f12\n", X86))
                .contains(0);
        assertThat(BlockedRead.descriptorRead("19 0x3 0x7ffe1cfe68d6 0x2 0x0 0x0 0x0 0x7ffe 0x7f12\n", X86))
                .contains(3);
    }

    @Test
    void ofTheRegisterAnIntCounts() {
        assertThat(BlockedRead.descriptorRead("0 0xdead00000005 0x7ffe 0x1 0x0 0x0 0x0 0x7ffe 0x7f12\n", X86))
                .contains(5);
        assertThat(BlockedRead.descriptorRead("0 0xffffffffffffffff 0x7ffe 0x1 0x0 0x0 0x0 0x7ffe 0x7f12\n", X86))
                .contains(-1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "running\n",
                "-1 0x7ffc1c044d48 0x7fce09819503\n",
                "230 0x0 0x0 0x7ffc1c044d60 0x7ffc1c044da0 0x0 0x0 0x7ffc1c044d48 0x7fce09819503\n",
                "7 0x7fff67953fb8 0x1 0xffffffff 0x0 0x0 0x0 0x7fff67953f88 0x7fe4d048f230\n",
                "63 0x0 0x7ffe 0x1 0x0 0x0 0x0 0x7ffe 0x7f12\n",
                "0 0x\n",
                "0 zero one\n"
            })
    void nothingElseDoes(String call) {
        assertThat(BlockedRead.descriptorRead(call, X86)).isEmpty();
    }

    @Test
    void aThreadThatIsGoneWaitsForNothing() {
        assertThat(BlockedRead.of(Integer.MAX_VALUE, Integer.MAX_VALUE)).isEmpty();
    }

    @Test
    void aLineEditorChoosesFromItsStandardInputAloneWithoutALimit() {
        Set<String> selects = Set.of("23", "270");
        String call = "270 0x1 0x7ffc31e52620 0x0 0x0 0x0 0x7ffc31e52550 0x7ffc31e52510 0x7fd0899aaaec\n";
        assertThat(BlockedRead.choosesInput(call, selects)).isTrue();
        assertThat(BlockedRead.choosesInput(call.replace("270 0x1 ", "270 0x4 "), selects))
                .as("from several")
                .isFalse();
        assertThat(BlockedRead.choosesInput(call.replace("0x0 0x0 0x0", "0x0 0x0 0x7f"), selects))
                .as("for a time")
                .isFalse();
        assertThat(BlockedRead.choosesInput(call.replace("270 ", "0 "), selects))
                .as("a read")
                .isFalse();
        assertThat(BlockedRead.choosesInput("running\n", selects)).isFalse();
        assertThat(BlockedRead.choosesInput("", selects)).isFalse();
    }
}
