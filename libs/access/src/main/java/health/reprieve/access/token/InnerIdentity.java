package health.reprieve.access.token;

import health.reprieve.access.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and from which session.
 *
 * @param session null for what has no browser, such as another system of the clinic
 */
public record InnerIdentity(Actor actor, @Nullable SessionReference session) {}
