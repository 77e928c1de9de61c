package health.reprieve.frontdoor.signin;

import health.reprieve.access.MailAddress;
import health.reprieve.access.Role;
import health.reprieve.frontdoor.session.SessionToken;
import org.jspecify.annotations.Nullable;

/** What comes of entering a code. */
public sealed interface SignInOutcome {

    /**
     * Signed in, with a new session.
     *
     * @param email the address that was proved
     * @param then where they wanted to go
     */
    record SignedIn(
            SessionToken token,
            MailAddress email,
            Role role,
            @Nullable LocalPath then) implements SignInOutcome {}

    /** Not the code; so many tries are left, one at least. */
    record Wrong(int triesLeft) implements SignInOutcome {}

    /** Not the code, and it was the last try: a new code is needed. */
    record NoTriesLeft() implements SignInOutcome {}

    /** The time is over: a new code is needed. */
    record Expired() implements SignInOutcome {}

    /** This browser has asked for no code, or has used it. */
    record NothingAsked() implements SignInOutcome {}

    /** The address is proved, and its account has been switched off. */
    record SwitchedOff() implements SignInOutcome {}
}
