package health.reprieve.access.web;

import health.reprieve.access.token.InnerIdentity;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import reactor.core.publisher.Mono;

/** Spring Security's view of an identity that has been checked, by token or by session. */
public final class ActorAuthentication extends AbstractAuthenticationToken {

    private final transient InnerIdentity identity;

    public ActorAuthentication(InnerIdentity identity) {
        super(List.of());
        this.identity = identity;
        super.setAuthenticated(true);
    }

    /** The identity of the request under way; empty when nobody has been recognised. */
    public static Mono<InnerIdentity> current() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .ofType(ActorAuthentication.class)
                .map(ActorAuthentication::identity);
    }

    public InnerIdentity identity() {
        return identity;
    }

    @Override
    public Object getPrincipal() {
        return identity.actor();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    /** Only the role: names and addresses stay out of whatever logs an authentication. */
    @Override
    public String getName() {
        return identity.actor().role().label();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ActorAuthentication that && identity.equals(that.identity);
    }

    @Override
    public int hashCode() {
        return identity.hashCode();
    }
}
