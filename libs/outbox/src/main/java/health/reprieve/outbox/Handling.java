package health.reprieve.outbox;

/** What became of an event that was heard. */
public enum Handling {
    /** It was news, and its effect is committed. */
    APPLIED,
    /** The very same event had been handled before; nothing was done. */
    REPEATED,
    /** Something newer of the same subject had been handled before; nothing was done. */
    OUTDATED
}
