package health.reprieve.therapist.oversight;

import health.reprieve.access.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The order in which licences end. */
public interface Licences {

    /**
     * A page of the lines that the actor may see: what ends first comes first, and whoever works here without any
     * credential before all.
     *
     * @param after the last line of the page before; null: from the start
     * @param most at most so many
     */
    Mono<List<LicenceEnd>> byEnd(Actor actor, @Nullable LicenceEnd after, int most);
}
