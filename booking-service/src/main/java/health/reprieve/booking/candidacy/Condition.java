package health.reprieve.booking.candidacy;

import static health.reprieve.booking.candidacy.Clearance.IF_FLAGGED;
import static health.reprieve.booking.candidacy.Clearance.NEEDED;
import static health.reprieve.booking.candidacy.Clearance.ROUTINE;
import static health.reprieve.booking.candidacy.Technique.INTRAORAL;
import static health.reprieve.booking.candidacy.Technique.MFR;
import static health.reprieve.booking.candidacy.Technique.MLD;
import static health.reprieve.booking.candidacy.Technique.NMT;
import static health.reprieve.booking.candidacy.Technique.SCAR;
import static health.reprieve.booking.candidacy.Technique.STR;
import static health.reprieve.booking.candidacy.Technique.SWED;
import static health.reprieve.booking.candidacy.Technique.TRP;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * What hurts, with the length of a treatment and the techniques that fit it (domain notes, 2.3). Where the notes give a
 * range of lengths, the longest stands here: short visits were the ones that did not help.
 */
public enum Condition {
    LOW_BACK_PAIN(60, IF_FLAGGED, SWED, MFR),
    LOW_BACK_STRAIN(45, IF_FLAGGED, SWED, MLD, MFR),
    RADIATING_PAIN(60, NEEDED, SWED),
    NECK_PAIN(60, IF_FLAGGED, SWED, NMT, MFR),
    FIBROMYALGIA(60, ROUTINE, MFR, MLD),
    NERVE_PAIN(45, NEEDED, SWED),
    NERVE_PAIN_AFTER_SHINGLES(45, NEEDED, SWED),
    KNEE_OR_HIP_ARTHRITIS(60, IF_FLAGGED, SWED),
    MUSCLE_KNOTS(60, ROUTINE, TRP, NMT, MFR, STR),
    TENSION_HEADACHE(45, IF_FLAGGED, TRP, MFR),
    MIGRAINE(45, IF_FLAGGED, SWED),
    PAIN_AFTER_SURGERY(60, NEEDED, MLD, SCAR, SWED),
    JAW_PAIN(45, IF_FLAGGED, TRP, INTRAORAL),
    SHOULDER_PAIN(60, ROUTINE, MFR, STR),
    CHRONIC_PAIN_SYNDROME(60, ROUTINE, SWED);

    private final Duration length;
    private final Clearance clearance;

    @SuppressWarnings(
            "ImmutableEnumChecker") // a copy that cannot be changed; the checker knows only other libraries' sets
    private final Set<Technique> fitting;

    Condition(int minutes, Clearance clearance, Technique first, Technique... more) {
        this.length = Duration.ofMinutes(minutes);
        this.clearance = clearance;
        this.fitting = Set.copyOf(EnumSet.of(first, more));
    }

    /** How long one treatment takes. */
    public Duration length() {
        return length;
    }

    public Clearance clearance() {
        return clearance;
    }

    /** Whether a patient may book it without a doctor's word on record. */
    public boolean canBeBookedOnline() {
        return clearance != NEEDED;
    }

    public boolean fits(Technique technique) {
        return fitting.contains(technique);
    }
}
