package health.reprieve.frontdoor.signin.web;

import health.reprieve.frontdoor.signin.SignInCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody entered as their code.
 *
 * @param code as it was typed or pasted
 */
record CodeForm(@Nullable String code) {

    Optional<SignInCode> entered() {
        return Optional.ofNullable(code).flatMap(SignInCode::typed);
    }

    /** Hides the code. */
    @Override
    public String toString() {
        return "(a code form)";
    }
}
