package health.reprieve.booking.clinic.web;

import health.reprieve.booking.clinic.Versioned;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** The version of a clinic's rules as an HTTP entity tag, such as {@code "3"}. */
final class RulesTag {

    private static final Pattern STRONG = Pattern.compile("\"([1-9][0-9]{0,17})\"");

    private RulesTag() {}

    /** @throws ClinicRequestRefused when the header is missing (428) or is no tag of ours (400) */
    static long version(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw ClinicRequestRefused.versionNeeded();
        }
        var tag = STRONG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw ClinicRequestRefused.bad("If-Match");
        }
        return Long.parseLong(tag.group(1));
    }

    /** What was found, with its version. */
    static <T, B> ResponseEntity<B> answer(Versioned<T> found, Function<T, B> body) {
        return ResponseEntity.ok()
                .eTag('"' + Long.toString(found.version()) + '"')
                .body(body.apply(found.value()));
    }
}
