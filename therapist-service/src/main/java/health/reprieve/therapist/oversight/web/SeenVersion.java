package health.reprieve.therapist.oversight.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A therapist's version as ETag and If-Match write it. */
final class SeenVersion {

    private static final Pattern ONE_TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7e]*)\"");
    private static final Pattern OURS = Pattern.compile("[1-9][0-9]{0,17}");

    /** No therapist ever has it, so it matches none. */
    private static final long NEVER = 0;

    private SeenVersion() {}

    static String tag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that an If-Match names; one that matches nothing, for a tag that was never ours or is only weak.
     *
     * @throws BadRequest if it is missing, or is anything but one tag: a change is based on one state
     */
    static long of(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new BadRequest.VersionMissing();
        }
        var tag = ONE_TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw new BadRequest.BadValue("If-Match");
        }
        var opaque = tag.group(2);
        return tag.group(1) == null && OURS.matcher(opaque).matches() ? Long.parseLong(opaque) : NEVER;
    }
}
