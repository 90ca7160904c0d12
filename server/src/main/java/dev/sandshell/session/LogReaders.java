package dev.sandshell.session;

/** Those who are told of events out of a log. Confined to the scheduler. */
interface LogReaders {
    /** Nobody is. */
    LogReaders NONE = new LogReaders() {
        @Override
        public boolean mayComeBack() {
            return false;
        }

        @Override
        public boolean needs(long seq) {
            return false;
        }

        @Override
        public void lastLook(SessionEvent event) {}

        @Override
        public void goOn() {}
    };

    /** Whether somebody may still want what memory has no room for. */
    boolean mayComeBack();

    /** Whether somebody who is behind still has to be told of an event with this number or a lower one. */
    boolean needs(long seq);

    /** An event is about to be forgotten; it may be the one that comes. */
    void lastLook(SessionEvent event);

    /** What was waited for has been read or written. */
    void goOn();
}
