package health.reprieve.booking.clinic.web;

import health.reprieve.booking.clinic.Versioned;
import health.reprieve.booking.web.EntityTag;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;

/** The version of a clinic's rules as an HTTP entity tag, such as {@code "3"}. */
final class RulesTag {

    private RulesTag() {}

    /** What was found, with its version. */
    static <T, B> ResponseEntity<B> answer(Versioned<T> found, Function<T, B> body) {
        return ResponseEntity.ok().eTag(EntityTag.of(found.version())).body(body.apply(found.value()));
    }
}
