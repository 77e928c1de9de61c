package health.reprieve.frontdoor.signin;

/** What came of entering a code, for those who count. */
public enum SignInResult {
    SIGNED_IN,
    WRONG,
    NO_TRIES_LEFT,
    EXPIRED,
    NOTHING_ASKED,
    SWITCHED_OFF;

    static SignInResult of(SignInOutcome outcome) {
        return switch (outcome) {
            case SignInOutcome.SignedIn signedIn -> SIGNED_IN;
            case SignInOutcome.Wrong wrong -> WRONG;
            case SignInOutcome.NoTriesLeft none -> NO_TRIES_LEFT;
            case SignInOutcome.Expired expired -> EXPIRED;
            case SignInOutcome.NothingAsked nothing -> NOTHING_ASKED;
            case SignInOutcome.SwitchedOff off -> SWITCHED_OFF;
        };
    }
}
