package health.reprieve.booking.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A version as an HTTP entity tag, such as {@code "3"}. */
public final class EntityTag {

    private static final Pattern STRONG = Pattern.compile("\"([1-9][0-9]{0,17})\"");

    private EntityTag() {}

    public static String of(long version) {
        return '"' + Long.toString(version) + '"';
    }

    /** @throws RequestRefused when the header is missing (428) or is no tag of ours (400) */
    public static long version(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw RequestRefused.versionNeeded();
        }
        var tag = STRONG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw RequestRefused.bad("If-Match");
        }
        return Long.parseLong(tag.group(1));
    }
}
