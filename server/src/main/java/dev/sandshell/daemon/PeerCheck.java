package dev.sandshell.daemon;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import jdk.net.ExtendedSocketOptions;

/** Whether the other end of a Unix domain socket is the same user's, as the kernel says it (SO_PEERCRED). */
final class PeerCheck {
    private final UserPrincipal user;

    PeerCheck(UserPrincipal user) {
        this.user = user;
    }

    /** For the user whose process this is. */
    static PeerCheck ofThisUser() throws IOException {
        return new PeerCheck(Files.getOwner(Path.of("/proc/self")));
    }

    /**
     * Lets the user's own processes pass.
     *
     * @throws IOException where it is somebody else's
     */
    void require(SocketChannel channel) throws IOException {
        UserPrincipal peer =
                channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user();
        if (!peer.equals(user)) {
            throw new IOException("the other end is the process of " + peer + ", not of " + user);
        }
    }
}
