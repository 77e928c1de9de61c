package health.reprieve.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the compact constructors of settings records ask of their values; each throws {@link WrongSetting}. */
public final class Setting {

    private static final int LAST_PORT = 65_535;
    private static final String SITE =
            "it must be an address such as https://visits.example.org, with nothing after the host and its port";
    private static final Pattern PHONE = Pattern.compile("\\+[0-9][0-9 ().-]{5,}");

    private Setting() {}

    /** For what a start cannot do without. */
    public static void isGiven(String name, @Nullable Object value) {
        if (value == null || value.toString().isBlank()) {
            throw WrongSetting.missing(name, "the service cannot start without it");
        }
    }

    /** Both ends are allowed. */
    public static void isBetween(String name, Duration value, Duration least, Duration most) {
        require(
                value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
                name,
                value,
                "it must be from %s to %s".formatted(Shown.of(least), Shown.of(most)));
    }

    /** Both ends are allowed. */
    public static void isBetween(String name, int value, int least, int most) {
        require(value >= least && value <= most, name, value, "it must be from %d to %d".formatted(least, most));
    }

    /** For two settings of which one bounds the other. */
    public static void isShorter(String name, Duration value, String otherName, Duration other) {
        require(
                value.compareTo(other) < 0,
                name,
                value,
                "it must be shorter than %s, which is %s".formatted(otherName, Shown.of(other)));
    }

    /** For two settings of which one bounds the other. */
    public static void isNotLonger(String name, Duration value, String otherName, Duration other) {
        require(
                value.compareTo(other) <= 0,
                name,
                value,
                "it must not be longer than %s, which is %s".formatted(otherName, Shown.of(other)));
    }

    /** For a port that somebody else listens on. */
    public static void isPort(String name, int value) {
        require(value >= 1 && value <= LAST_PORT, name, value, "it must be a port, from 1 to " + LAST_PORT);
    }

    /** For the address of a site as a whole: a path appended to it must make a good address. */
    public static void isSite(String name, @Nullable URI value) {
        isGiven(name, value);
        require(value != null && isSite(value), name, value == null ? "" : value, SITE);
    }

    /** For such an address that need not be given. */
    public static void isSiteOrEmpty(String name, String value) {
        if (!value.isEmpty()) {
            require(isSite(value), name, value, SITE);
        }
    }

    /** For a number that people read aloud and dial. */
    public static void isPhone(String name, @Nullable String value) {
        String given = value == null ? "" : value;
        require(
                PHONE.matcher(given).matches(),
                name,
                given,
                "it must be a telephone number with its country code, such as +1 518 555 0100");
    }

    /** For everything else. */
    public static void require(boolean right, String name, Object value, String rule) {
        if (!right) {
            throw WrongSetting.of(name, value, rule);
        }
    }

    private static boolean isSite(String value) {
        try {
            return isSite(new URI(value));
        } catch (URISyntaxException none) {
            return false;
        }
    }

    private static boolean isSite(URI value) {
        return ("http".equals(value.getScheme()) || "https".equals(value.getScheme()))
                && value.getHost() != null
                && value.getRawUserInfo() == null
                && value.getPort() <= LAST_PORT
                && value.getRawPath().isEmpty()
                && value.getRawQuery() == null
                && value.getRawFragment() == null;
    }
}
