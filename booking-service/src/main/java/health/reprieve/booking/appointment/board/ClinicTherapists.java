package health.reprieve.booking.appointment.board;

import static java.util.stream.Collectors.toUnmodifiableMap;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.therapist.KnownTherapist;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Those who work at a clinic, in the orders in which they are asked for. */
final class ClinicTherapists {

    private static final Comparator<KnownTherapist> BY_NAME = Comparator.comparing(KnownTherapist::name)
            .thenComparing(known -> known.id().value());

    private final List<KnownTherapist> byName;
    private final Map<TherapistId, KnownTherapist> byId;
    private final Map<TherapistId, String> names;
    private final Map<Condition, List<KnownTherapist>> bestFirst = new ConcurrentHashMap<>();

    ClinicTherapists(Collection<KnownTherapist> all) {
        this.byName = all.stream().sorted(BY_NAME).toList();
        this.byId = all.stream().collect(toUnmodifiableMap(KnownTherapist::id, known -> known));
        this.names = all.stream().collect(toUnmodifiableMap(KnownTherapist::id, KnownTherapist::name));
    }

    List<KnownTherapist> byName() {
        return byName;
    }

    Map<TherapistId, String> names() {
        return names;
    }

    Optional<KnownTherapist> find(TherapistId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Whose techniques fit what hurts best first, then by name. */
    List<KnownTherapist> bestFirst(Condition condition) {
        return bestFirst.computeIfAbsent(
                condition,
                first -> byName.stream()
                        .sorted(Comparator.comparingLong((KnownTherapist known) -> known.fit(condition))
                                .reversed()
                                .thenComparing(BY_NAME))
                        .toList());
    }
}
