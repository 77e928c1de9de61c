package health.reprieve.frontdoor.signin;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a browser keeps of having signed in. It opens nothing and names nobody: with it a browser only shows that it is not
 * one of the strangers who ask for codes to somebody else's address.
 *
 * @param device random, the same for as long as the browser keeps it
 * @param marks a keyed hash for each address that has signed in on it, the latest first; few, since it is a cookie
 */
public record DeviceProof(String device, List<String> marks) {

    private static final int MOST_MARKS = 4;
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private static final Pattern SHAPE =
            Pattern.compile("[A-Za-z0-9_-]{22}(\\.[A-Za-z0-9_-]{43}){1,%d}".formatted(MOST_MARKS));

    public DeviceProof {
        marks = List.copyOf(marks);
    }

    /** The proof of a browser that has none. */
    static DeviceProof fresh() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new DeviceProof(TEXT.encodeToString(bytes), List.of());
    }

    /** The proof in what a browser sends; empty when it cannot be one. Whether its marks are true is not known yet. */
    public static Optional<DeviceProof> parse(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return Optional.empty();
        }
        var parts = Arrays.asList(text.split("\\.", -1));
        return Optional.of(new DeviceProof(parts.getFirst(), parts.subList(1, parts.size())));
    }

    /** The same device with one mark more, or with that mark renewed. */
    DeviceProof marked(String mark) {
        var all = new ArrayList<String>();
        all.add(mark);
        marks.stream()
                .filter(other -> !other.equals(mark))
                .limit(MOST_MARKS - 1)
                .forEach(all::add);
        return new DeviceProof(device, all);
    }

    /** As {@link #parse} reads it. */
    public String text() {
        return device + "." + String.join(".", marks);
    }

    @Override
    public String toString() {
        return "(a device's proof)";
    }
}
