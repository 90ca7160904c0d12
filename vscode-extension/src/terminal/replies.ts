/** What a terminal says by itself when it is asked: its kind, its state, where the cursor is, a colour, a setting. */
const replies =
  /\x1b\[[?>=]?[0-9;]*(?:[cn]|\$y)|\x1b\[[0-9]+;[0-9]+R|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1bP[^\x1b]*\x1b\\/g;

/** What has been typed, without what the terminal says by itself. For where another one answers already. */
export function withoutReplies(typed: string): string {
  return typed.replace(replies, "");
}
