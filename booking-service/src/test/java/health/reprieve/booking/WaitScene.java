package health.reprieve.booking;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.Actor;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.candidacy.Technique;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.slot.Hours;
import health.reprieve.booking.slot.WorkingHours;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.booking.waitlist.OfferDesk;
import health.reprieve.booking.waitlist.OfferMade;
import health.reprieve.booking.waitlist.PartOfDay;
import health.reprieve.booking.waitlist.WaitWish;
import health.reprieve.booking.waitlist.Waiting;
import health.reprieve.booking.waitlist.WaitingRounds;
import health.reprieve.booking.waitlist.WaitlistDesk;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** People who wait, for a test. */
@TestComponent
public class WaitScene {

    /** The day after the test clock's Monday. */
    public static final LocalDate TUESDAY = LocalDate.of(2027, 3, 2);

    private final Scene scene;
    private final WaitlistDesk desk;
    private final OfferDesk offers;
    private final WaitingRounds rounds;

    WaitScene(Scene scene, WaitlistDesk desk, OfferDesk offers, WaitingRounds rounds) {
        this.scene = scene;
        this.desk = desk;
        this.offers = offers;
        this.rounds = rounds;
    }

    /** A therapist who has one hour for people at the clinic, on one weekday. */
    public KnownTherapist oneHour(Clinic clinic, DayOfWeek day, LocalTime from) {
        return hours(clinic, day, from, from.plusHours(1));
    }

    /** A therapist who works on one weekday. */
    public KnownTherapist hours(Clinic clinic, DayOfWeek day, LocalTime from, LocalTime until) {
        return scene.keep(new KnownTherapist(
                TherapistId.random(),
                1,
                "Dana Ortiz",
                false,
                List.of("en", "es"),
                Set.of(Technique.SWED, Technique.NMT),
                List.of(Scene.permit("US-NY")),
                Map.of(clinic.id(), new WorkingHours(Map.of(day, List.of(new Hours(from, until))), Map.of()))));
    }

    /** An hour for neck pain at any time on one day. */
    public static WaitWish wish(Clinic clinic, LocalDate day) {
        return wish(clinic, day, day);
    }

    /** An hour for neck pain at any time. */
    public static WaitWish wish(Clinic clinic, LocalDate first, LocalDate last) {
        return new WaitWish(
                clinic.id(),
                Condition.NECK_PAIN,
                null,
                Duration.ofHours(1),
                EnumSet.allOf(DayOfWeek.class),
                EnumSet.allOf(PartOfDay.class),
                Set.of(),
                first,
                last);
    }

    public Waiting joined(Actor.Patient patient, WaitWish wish) {
        return requireNonNull(desk.join(
                        patient, Scene.details(patient), wish, UUID.randomUUID().toString())
                .block());
    }

    public void look() {
        rounds.look().block();
    }

    /** What the patient may answer now. */
    public Optional<OfferMade> open(Actor.Patient patient) {
        return own(patient).stream()
                .flatMap(waiting -> waiting.state() instanceof Waiting.State.Offered(var offer)
                        ? Optional.of(offer).stream()
                        : Optional.<OfferMade>empty().stream())
                .findFirst();
    }

    public List<Waiting> own(Actor.Patient patient) {
        return requireNonNull(desk.own(patient).block());
    }

    /** The patient says no to what they may answer now. */
    public void decline(Actor.Patient patient) {
        offers.decline(patient, open(patient).orElseThrow().id()).block();
    }

    /** The patient waits for nothing any more. */
    public void leave(Actor.Patient patient) {
        own(patient).forEach(waiting -> desk.leave(patient, waiting.id()).block());
    }

    /** A patient who has just been offered the clinic's only time on the Tuesday. */
    public OfferMade offered(Actor.Patient patient, Clinic clinic) {
        joined(patient, wish(clinic, TUESDAY));
        look();
        return open(patient).orElseThrow();
    }
}
