package health.reprieve.frontdoor.signin.web;

import health.reprieve.frontdoor.signin.LocalPath;
import health.reprieve.ui.form.Field;
import health.reprieve.ui.form.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * The page that asks for an address.
 *
 * @param then where to go on to; empty for the usual place
 */
record AddressPage(Field email, String then) {

    static Rendering empty(@Nullable LocalPath then) {
        return rendering(HttpStatus.OK, "", then, FormErrors.none());
    }

    static Rendering wrong(EmailForm form) {
        var key = form.typed().isBlank() ? "front-door.sign-in.email.missing" : "front-door.sign-in.email.wrong";
        return rendering(HttpStatus.UNPROCESSABLE_CONTENT, form.typed(), form.goingOnTo(), FormErrors.of("email", key));
    }

    private static Rendering rendering(HttpStatus status, String typed, @Nullable LocalPath then, FormErrors errors) {
        var email = Field.email("email", "front-door.sign-in.email").holding(typed);
        return Rendering.view("front-door/signin/address")
                .modelAttribute("page", new AddressPage(email, then == null ? "" : then.value()))
                .modelAttribute("errors", errors)
                .modelAttribute("here", "/sign-in")
                .status(status)
                .build();
    }
}
