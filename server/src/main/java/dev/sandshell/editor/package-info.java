/**
 * An editor without a plug-in of ours, as the server is one for it: what of its documents it is offered to run, the commands
 * by which it does, and how it is shown what came of them. A client of the sessions beside the one on the wire, of which it
 * knows no more than {@link dev.sandshell.editor.EditorClient}.
 */
@NullMarked
package dev.sandshell.editor;

import org.jspecify.annotations.NullMarked;
