package health.reprieve.frontdoor;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Objects;

/** What the inner token of a request says. */
record Tokens(JWTClaimsSet claims) {

    static Tokens of(Service.Asked asked) {
        try {
            return new Tokens(SignedJWT.parse(asked.token()).getJWTClaimsSet());
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    String subject() {
        return claims.getSubject();
    }

    String role() {
        return text("role");
    }

    String browser() {
        return text("browser");
    }

    String email() {
        return text("email");
    }

    private String text(String name) {
        return Objects.requireNonNull((String) claims.getClaim(name), name);
    }
}
