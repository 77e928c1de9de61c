package health.reprieve.frontdoor.signin.web;

import health.reprieve.frontdoor.signin.AskedCode;
import health.reprieve.frontdoor.signin.LocalPath;
import health.reprieve.ui.Text;
import health.reprieve.ui.form.Field;
import health.reprieve.ui.form.FormErrors;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * The page on which the code is entered.
 *
 * @param email where the code went
 * @param then where to go on to; empty for the usual place
 * @param booking whether proving the address is one step of booking a visit
 * @param correct where another address can be given, with nothing lost that was said before
 * @param state whether a code can be entered
 */
record CodePage(String email, String then, boolean booking, String correct, State state) {

    /** Whether a code can be entered. */
    sealed interface State {

        /** Whether the field for the code is shown. */
        default boolean open() {
            return this instanceof Open;
        }

        /** It can, for so many minutes more. */
        record Open(Field code, long minutes) implements State {}

        /** A new code must be asked for first. */
        record Closed(Text why) implements State {}
    }

    private static final String VIEW = "front-door/signin/code";

    /** The page as it is opened. */
    static Rendering opened(AskedCode asked, Instant now) {
        return rendering(HttpStatus.OK, asked, state(asked, now), FormErrors.none());
    }

    /** The page after an entry that was not the code. */
    static Rendering wrong(AskedCode asked, Instant now, FormErrors errors) {
        return rendering(HttpStatus.UNPROCESSABLE_CONTENT, asked, state(asked, now), errors);
    }

    private static State state(AskedCode asked, Instant now) {
        if (asked.triesLeft() == 0) {
            return new State.Closed(Text.of("front-door.code.no-tries"));
        }
        if (!asked.isLive(now)) {
            return new State.Closed(Text.of("front-door.code.expired"));
        }
        var minutes = Math.max(1, Duration.between(now, asked.expiresAt()).toMinutes());
        return new State.Open(Field.code("code", "front-door.code.code").hint("front-door.code.hint"), minutes);
    }

    /** Whoever books has given the address on booking's own page, among the other answers. */
    private static boolean isStepOfBooking(@Nullable LocalPath then) {
        return then != null && then.leadsTo("/book/check");
    }

    private static String correct(@Nullable LocalPath then) {
        return isStepOfBooking(then) ? "/book/you" : AddressPage.at(then);
    }

    private static Rendering rendering(HttpStatus status, AskedCode asked, State state, FormErrors errors) {
        var then = asked.then();
        var page = new CodePage(
                asked.email().value(), then == null ? "" : then.value(), isStepOfBooking(then), correct(then), state);
        return Rendering.view(VIEW)
                .modelAttribute("page", page)
                .modelAttribute("errors", errors)
                .modelAttribute("here", "/sign-in/code")
                .status(status)
                .build();
    }
}
