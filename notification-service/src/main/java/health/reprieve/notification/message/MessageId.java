package health.reprieve.notification.message;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The name of a message, made from what it is about and from nothing else: the same event, recipient and template give
 * the same name in every process and at every try, so that a mail sent twice can be recognised as one.
 *
 * @param value a UUID of version 5 (RFC 9562)
 */
public record MessageId(UUID value) {

    private static final UUID NAMESPACE = UUID.fromString("6f0d3c52-54a5-4a0e-9d5b-8a1d0f6b7c21");

    public static MessageId of(UUID event, String recipient, Template template) {
        return new MessageId(named("%s|%s|%s".formatted(event, recipient, template)));
    }

    /** As it stands in the Message-ID header. */
    public String headerAt(String domain) {
        return "<%s@%s>".formatted(value, domain);
    }

    private static UUID named(String name) {
        var digest = sha1().digest(ByteBuffer.allocate(16 + name.length())
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .array());
        var bits = ByteBuffer.wrap(digest);
        long high = (bits.getLong() & ~0xF000L) | 0x5000L;
        long low = (bits.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-1", absent);
        }
    }
}
