package dev.sandshell.rpc;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.sandshell.policy.RefusalCode;
import dev.sandshell.policy.RefusedException;
import dev.sandshell.protocol.ClientCapabilities;
import dev.sandshell.protocol.Methods;
import org.jspecify.annotations.Nullable;

/** Whether a client that says which version of the protocol it speaks can be served. Pure. */
final class VersionCheck {
    private VersionCheck() {}

    /**
     * Why a client is refused, and what it can do; null where it is not.
     *
     * @param isShared whether the server is a daemon, which others may have started
     */
    static @Nullable RefusedException refusal(@Nullable ClientCapabilities capabilities, boolean isShared) {
        String asked = protocolVersion(capabilities);
        String ours = major(Methods.PROTOCOL_VERSION);
        if (asked == null || major(asked).equals(ours)) {
            return null;
        }
        return new RefusedException(
                RefusalCode.PROTOCOL_VERSION_UNSUPPORTED,
                "the client speaks version " + asked + " of the sandbox protocol, this server "
                        + Methods.PROTOCOL_VERSION + (isShared ? advice(major(asked), ours) : ""),
                ImmutableMap.of("supported", ImmutableList.of(Methods.PROTOCOL_VERSION)));
    }

    /** Numbers of any length, compared without being computed. */
    private static String advice(String asked, String ours) {
        boolean isEarlier =
                asked.length() == ours.length() ? asked.compareTo(ours) < 0 : asked.length() < ours.length();
        return isEarlier
                ? ": the daemon is of a later version than the client, which has to be updated"
                : ": the daemon is of an earlier version than the client; 'sandshell daemon restart', with the"
                        + " client's sandshell, has the daemon be renewed";
    }

    private static String major(String version) {
        int dot = version.indexOf('.');
        return dot < 0 ? version : version.substring(0, dot);
    }

    private static @Nullable String protocolVersion(@Nullable ClientCapabilities capabilities) {
        JsonElement experimental = capabilities == null ? null : capabilities.experimental();
        if (experimental instanceof JsonObject object
                && object.get("sandbox") instanceof JsonObject sandbox
                && sandbox.get("protocolVersion") instanceof JsonPrimitive version) {
            return version.getAsString();
        }
        return null;
    }
}
