package health.reprieve.booking.waitlist;

import health.reprieve.access.Actor;
import health.reprieve.access.PatientId;
import health.reprieve.booking.appointment.BookingRefused;
import health.reprieve.booking.appointment.Doer;
import health.reprieve.booking.appointment.Openings;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.patient.Patient;
import health.reprieve.booking.patient.Patients;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.booking.therapist.KnownTherapists;
import health.reprieve.booking.treatment.Treatment;
import health.reprieve.booking.treatment.Treatments;
import health.reprieve.database.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Where people join the waiting list and leave it. */
@Service
public class WaitlistDesk {

    private final WaitingList list;
    private final FairLine line;
    private final OfferEndings endings;
    private final Openings openings;
    private final Treatments treatments;
    private final KnownTherapists therapists;
    private final Patients patients;
    private final WaitlistSettings settings;
    private final Database database;
    private final Clock clock;

    WaitlistDesk(
            WaitingList list,
            FairLine line,
            OfferEndings endings,
            Openings openings,
            Treatments treatments,
            KnownTherapists therapists,
            Patients patients,
            WaitlistSettings settings,
            Database database,
            Clock clock) {
        this.list = list;
        this.line = line;
        this.endings = endings;
        this.openings = openings;
        this.treatments = treatments;
        this.therapists = therapists;
        this.patients = patients;
        this.settings = settings;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Has a patient wait for a time. The same wish under the same key again has no further effect, and the same answer.
     *
     * @param patient who they are, as they said it now
     * @param key chosen by the client, 1 to 255 characters
     * @throws WaitRefused through the Mono
     * @throws BookingRefused through the Mono, when nobody could book what is wished
     */
    public Mono<Waiting> join(Actor.Patient actor, Patient patient, WaitWish wish, String key) {
        return join(WaitId.of("patient:" + actor.id(), key), patient, wish);
    }

    /**
     * Has a patient wait who is known to the desk.
     *
     * @throws WaitRefused through the Mono
     * @throws BookingRefused through the Mono, when nobody could book what is wished, or we do not know the patient
     */
    public Mono<Waiting> add(Actor staff, PatientId id, WaitWish wish, String key) {
        var doer = Doer.of(staff);
        return patients.find(staff, id)
                .switchIfEmpty(Mono.error(BookingRefused.PatientUnknown::new))
                .flatMap(patient -> join(WaitId.of("%s:%s".formatted(doer.kind(), doer.id()), key), patient, wish));
    }

    private Mono<Waiting> join(WaitId id, Patient patient, WaitWish wish) {
        var now = clock.instant();
        var joining = Waiting.joined(id, patient.id(), wish, now);
        // what was granted once is granted still, whatever the clinic sells by now
        return earlier(joining)
                .switchIfEmpty(Mono.defer(() -> requirePossible(wish, now)
                        .then(Mono.defer(() -> database.transaction(client -> join(joining, patient, now))))));
    }

    private Mono<Waiting> earlier(Waiting joining) {
        return list.find(joining.id()).map(earlier -> requireSame(earlier, joining));
    }

    private Mono<Void> requirePossible(WaitWish wish, Instant now) {
        return clinic(wish.clinic())
                .doOnNext(clinic -> requireSense(wish, clinic, now))
                .then(Mono.defer(() -> requireSold(wish)))
                .then(Mono.defer(() -> requireTherapists(wish)));
    }

    private Mono<Waiting> join(Waiting joining, Patient patient, Instant now) {
        return list.liveOf(joining.patient())
                .flatMap(live -> earlier(joining)
                        .switchIfEmpty(Mono.defer(() -> live < settings.wishes()
                                ? patients.remember(patient, now).then(Mono.defer(() -> add(joining)))
                                : Mono.error(new WaitRefused.TooManyWishes(settings.wishes())))));
    }

    /** The desk may use one key for two people at once. */
    private Mono<Waiting> add(Waiting joining) {
        return list.add(joining).flatMap(isNew -> isNew ? Mono.just(joining) : Mono.defer(() -> earlier(joining)));
    }

    private static Waiting requireSame(Waiting earlier, Waiting joining) {
        if (!earlier.patient().equals(joining.patient()) || !earlier.wish().equals(joining.wish())) {
            throw new WaitRefused.KeyReused();
        }
        return earlier;
    }

    /** The house's own clinic is nobody's to wait at. */
    private Mono<Clinic> clinic(ClinicId id) {
        return openings.clinic(id)
                .filter(clinic -> !clinic.hidden())
                .switchIfEmpty(Mono.error(BookingRefused.ClinicUnknown::new));
    }

    private static void requireSense(WaitWish wish, Clinic clinic, Instant now) {
        if (!wish.condition().canBeBookedOnline()) {
            throw new BookingRefused.ClearanceNeeded();
        }
        wish.requireSense(now.atZone(clinic.zone()).toLocalDate());
    }

    private Mono<Void> requireSold(WaitWish wish) {
        var wished = wish.treatment();
        var treatment = wished == null ? treatments.defaultAt(wish.clinic()) : treatments.at(wish.clinic(), wished);
        return treatment
                .switchIfEmpty(Mono.error(BookingRefused.TreatmentUnknown::new))
                .doOnNext(sold -> requireLength(sold, wish))
                .then();
    }

    private static void requireLength(Treatment sold, WaitWish wish) {
        if (!sold.takes(wish.length())) {
            throw new BookingRefused.LengthNotSold(sold.lengths());
        }
    }

    private Mono<Void> requireTherapists(WaitWish wish) {
        return therapists
                .at(wish.clinic())
                .map(known -> known.stream().map(KnownTherapist::id).collect(Collectors.toSet()))
                .filter(known -> known.containsAll(wish.therapists()))
                .switchIfEmpty(Mono.error(WaitRefused.TherapistUnknown::new))
                .then();
    }

    /** The patient's own wishes, latest first, at most fifty. */
    public Mono<List<Waiting>> own(Actor.Patient actor) {
        return list.of(actor);
    }

    /** Somebody's place, with the name they gave. */
    public record NamedPlace(FairOrder.Place place, String patientName) {}

    /**
     * A part of the line, first to last.
     *
     * @param more whether others follow
     */
    public record LinePage(List<NamedPlace> places, boolean more) {}

    /**
     * Who waits at a clinic, in fair order, for staff.
     *
     * @param after the last one of the page before; null: from the first
     * @throws WaitRefused.Unknown through the Mono, when there is no such clinic, or {@code after} does not wait there
     */
    public Mono<LinePage> line(Actor staff, ClinicId clinic, @Nullable WaitId after, int most) {
        return inOrder(staff, clinic)
                .map(all -> following(all, after))
                .flatMap(rest -> named(staff, rest.stream().limit(most).toList())
                        .map(places -> new LinePage(places, rest.size() > most)));
    }

    /** As far as the actor may see who waits. */
    Mono<List<FairOrder.Place>> inOrder(Actor actor, ClinicId clinic) {
        return clinic(clinic)
                .onErrorMap(BookingRefused.ClinicUnknown.class, unknown -> new WaitRefused.Unknown())
                .flatMap(found -> Pages.all((after, most) -> list.live(actor, clinic, after, most)))
                .flatMap(line::of);
    }

    private static List<FairOrder.Place> following(List<FairOrder.Place> all, @Nullable WaitId after) {
        if (after == null) {
            return all;
        }
        return all.stream()
                .filter(place -> place.waiting().id().equals(after))
                .findFirst()
                .map(last -> all.subList(last.number(), all.size()))
                .orElseThrow(WaitRefused.Unknown::new);
    }

    private Mono<List<NamedPlace>> named(Actor staff, List<FairOrder.Place> places) {
        var ids = places.stream().map(place -> place.waiting().patient()).collect(Collectors.toSet());
        return list.names(staff, ids)
                .map(names -> places.stream()
                        .map(place -> new NamedPlace(
                                place, names.getOrDefault(place.waiting().patient(), "")))
                        .toList());
    }

    /**
     * Takes somebody off the list; an open offer is withdrawn, and its time is free at once. Whoever waits no more is left alone.
     *
     * @throws WaitRefused.Unknown through the Mono, also when it is somebody else's
     */
    public Mono<Waiting> leave(Actor actor, WaitId id) {
        var now = clock.instant();
        return find(actor, id)
                .flatMap(waiting -> endings.end(
                        waiting,
                        locked ->
                                Mono.just(locked).filter(Waiting::isLive).map(live -> live.left(Doer.of(actor), now))));
    }

    /**
     * Every offer that was made for a wish, first to last; the latest 200.
     *
     * @throws WaitRefused.Unknown through the Mono, also when it is somebody else's
     */
    public Mono<List<OfferMade>> offers(Actor actor, WaitId id) {
        return find(actor, id).flatMap(waiting -> list.offers(waiting.id()));
    }

    /** @throws WaitRefused.Unknown through the Mono, also when it is somebody else's */
    public Mono<Waiting> find(Actor actor, WaitId id) {
        return list.find(actor, id).switchIfEmpty(Mono.error(WaitRefused.Unknown::new));
    }
}
