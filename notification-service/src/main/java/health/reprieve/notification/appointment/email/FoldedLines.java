package health.reprieve.notification.appointment.email;

/**
 * The lines of an iCalendar object, folded as RFC 5545 (3.1) wants: no line longer than 75 octets of UTF-8, never
 * through the middle of a character.
 */
final class FoldedLines {

    private static final int MOST_OCTETS = 75;
    private static final String CRLF = "\r\n";

    private FoldedLines() {}

    static String of(String calendar) {
        var folded = new StringBuilder(calendar.length() + 64);
        calendar.lines().forEach(line -> fold(line, folded));
        return folded.toString();
    }

    private static void fold(String line, StringBuilder folded) {
        int octets = 0;
        for (int at = 0; at < line.length(); ) {
            int character = line.codePointAt(at);
            int length = octetsOf(character);
            if (octets + length > MOST_OCTETS) {
                folded.append(CRLF).append(' ');
                octets = 1;
            }
            folded.appendCodePoint(character);
            octets += length;
            at += Character.charCount(character);
        }
        folded.append(CRLF);
    }

    private static int octetsOf(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x10000 ? 3 : 4;
    }
}
