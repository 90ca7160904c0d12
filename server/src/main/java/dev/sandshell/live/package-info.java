/**
 * What an editor is offered at a place of a script: out of its grammar, what a session's shell held at its last prompt, and
 * the disk. It asks no shell and runs nothing; knows neither documents nor the wire.
 */
@NullMarked
package dev.sandshell.live;

import org.jspecify.annotations.NullMarked;
