package health.reprieve.frontdoor.signin.web;

import health.reprieve.frontdoor.signin.LocalPath;
import health.reprieve.ui.form.Field;
import health.reprieve.ui.form.FormErrors;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * The page that asks for an address.
 *
 * @param then where to go on to; empty for the usual place
 */
record AddressPage(Field email, String then) {

    /** Whoever wrote this meant an address, and is not helped by being shown how one looks. */
    private static final Pattern LIKE_AN_ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]{2,}");

    static Rendering empty(@Nullable LocalPath then) {
        return rendering(HttpStatus.OK, "", then, FormErrors.none());
    }

    static Rendering wrong(EmailForm form) {
        var errors = FormErrors.of("email", "front-door.sign-in.email." + whatIsWrong(form.typed()));
        return rendering(HttpStatus.UNPROCESSABLE_CONTENT, form.typed(), form.goingOnTo(), errors);
    }

    /** The address of this page, from which one goes on to the same place. */
    static String at(@Nullable LocalPath then) {
        return then == null ? "/sign-in" : "/sign-in?then=" + URLEncoder.encode(then.value(), StandardCharsets.UTF_8);
    }

    private static String whatIsWrong(String typed) {
        if (typed.isBlank()) {
            return "missing";
        }
        return LIKE_AN_ADDRESS.matcher(typed.strip()).matches() ? "unreachable" : "wrong";
    }

    private static Rendering rendering(HttpStatus status, String typed, @Nullable LocalPath then, FormErrors errors) {
        var email = Field.email("email", "front-door.sign-in.email").holding(typed);
        return Rendering.view("front-door/signin/address")
                .modelAttribute("page", new AddressPage(email, then == null ? "" : then.value()))
                .modelAttribute("errors", errors)
                .modelAttribute("here", at(then))
                .status(status)
                .build();
    }
}
