package health.reprieve.therapist.oversight;

/**
 * Why a manager ruled so, in the manager's words.
 *
 * @param text trimmed, 1 to 500 characters, no control characters but line ends
 */
public record Reason(String text) {

    public static final int LONGEST = 500;

    public Reason {
        text = text.strip();
        if (!isWellFormed(text)) {
            throw new IllegalArgumentException("not a reason");
        }
    }

    /** Whether the text, trimmed, can be a reason. */
    public static boolean isWellFormed(String text) {
        var trimmed = text.strip();
        return !trimmed.isEmpty()
                && trimmed.codePointCount(0, trimmed.length()) <= LONGEST
                && trimmed.codePoints().noneMatch(Reason::unwanted);
    }

    private static boolean unwanted(int codePoint) {
        return Character.isISOControl(codePoint) && codePoint != '\n' && codePoint != '\r';
    }
}
