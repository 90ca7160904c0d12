package dev.sandshell.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What we read of a client's general capabilities.
 *
 * @param positionEncodings what it can count places in a line in, the one it likes best first
 */
public record GeneralClientCapabilities(@Nullable List<String> positionEncodings) {}
