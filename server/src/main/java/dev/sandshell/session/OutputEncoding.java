package dev.sandshell.session;

/** How a client wants bytes: as text, where malformed ones become U+FFFD, or exactly. */
public enum OutputEncoding {
    UTF_8,
    BASE64
}
