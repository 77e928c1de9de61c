package health.reprieve.booking.appointment;

import health.reprieve.access.TherapistId;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * Who treats, among several who could.
 *
 * <p>Continuity comes first: pain is treated in courses, and whoever has had the patient under their hands need not find
 * out again what helps; who did so last knows most of how it stands, then who did so most often. Then fit: techniques that
 * suit what hurts. Then load: of those who are as good, the one with the least hands-on time in that week, so that work is
 * spread and nobody's hands wear out. What is then still equal is drawn by lot, which falls alike whenever the same patient
 * asks for the same start, and differently for others: many who ask at one moment would else all reach for the same
 * therapist, and all but one lose.
 */
final class FairChoice {

    private static final Comparator<Chance> BEST_FIRST = Comparator.comparing((Chance chance) -> !chance.treatedLast())
            .thenComparing(Comparator.comparingLong(Chance::visits).reversed())
            .thenComparing(Comparator.comparingLong(Chance::fit).reversed())
            .thenComparing(Chance::load)
            .thenComparingInt(Chance::lot)
            .thenComparing(chance -> chance.therapist().value());

    private FairChoice() {}

    /**
     * Somebody who could treat.
     *
     * @param treatedLast whether nobody has treated the patient since they did
     * @param visits of the patient's that they have completed
     * @param fit how many of their techniques suit what hurts
     * @param load hands-on time that they have in the clinic-local week of the visit
     * @param lot drawn for them
     */
    record Chance(TherapistId therapist, boolean treatedLast, long visits, long fit, Duration load, int lot) {}

    /** @param some not none, in any order */
    static TherapistId among(List<Chance> some) {
        return some.stream().min(BEST_FIRST).orElseThrow().therapist();
    }
}
