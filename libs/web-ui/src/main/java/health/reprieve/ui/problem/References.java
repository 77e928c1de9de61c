package health.reprieve.ui.problem;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Short names of failures, made to be read out on the phone: no letter or digit that looks like another. */
final class References {

    private static final String READABLE = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private References() {}

    static String next() {
        return RANDOM.ints(LENGTH, 0, READABLE.length())
                .mapToObj(index -> String.valueOf(READABLE.charAt(index)))
                .collect(Collectors.joining());
    }
}
