package health.reprieve.frontdoor.signin.web;

import health.reprieve.access.MailAddress;
import health.reprieve.frontdoor.signin.LocalPath;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a code is to go. Other fields may come along: booking sends its own form on to us.
 *
 * @param email as it was typed
 * @param then where to go on to; whatever is no path of ours counts for nothing
 */
record EmailForm(@Nullable String email, @Nullable String then) {

    String typed() {
        return Objects.requireNonNullElse(email, "");
    }

    Optional<MailAddress> address() {
        return MailAddress.isWellFormed(typed()) ? Optional.of(new MailAddress(typed())) : Optional.empty();
    }

    @Nullable LocalPath goingOnTo() {
        return then == null ? null : LocalPath.parse(then).orElse(null);
    }

    /** Hides the address. */
    @Override
    public String toString() {
        return "(an email form)";
    }
}
