package health.reprieve.booking;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.AccountId;
import health.reprieve.access.Actor;
import health.reprieve.access.BrowserId;
import health.reprieve.access.MailAddress;
import health.reprieve.access.PatientId;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.appointment.Appointment;
import health.reprieve.booking.appointment.BookingDesk;
import health.reprieve.booking.appointment.Losses;
import health.reprieve.booking.appointment.Step;
import health.reprieve.booking.appointment.VisitDesk;
import health.reprieve.booking.appointment.Wish;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.candidacy.Technique;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.clinic.Clinics;
import health.reprieve.booking.clinic.Room;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.booking.patient.Patient;
import health.reprieve.booking.patient.Patients;
import health.reprieve.booking.slot.Hours;
import health.reprieve.booking.slot.WorkingHours;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.booking.therapist.KnownTherapists;
import health.reprieve.booking.therapist.PractisePermit;
import health.reprieve.booking.treatment.Treatment;
import health.reprieve.booking.treatment.TreatmentId;
import health.reprieve.booking.treatment.Treatments;
import health.reprieve.database.Database;
import health.reprieve.time.TimeRange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestComponent;
import tools.jackson.databind.JsonNode;

/** Clinics, therapists and patients for a test, each new and nobody else's. */
@TestComponent
public class Scene {

    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** Ten in the morning in New York on the day after the test clock's Monday. */
    public static final Actor.FrontDesk DESK = new Actor.FrontDesk(AccountId.random());

    public static final Instant TUESDAY_TEN = Instant.parse("2027-03-02T15:00:00Z");

    private final Clinics clinics;
    private final KnownTherapists therapists;
    private final BookingDesk desk;
    private final VisitDesk visits;
    private final Treatments treatments;
    private final Patients patients;
    private final Losses losses;
    private final TestClock clock;
    private final Database database;
    private final Tables tables;

    Scene(
            Clinics clinics,
            KnownTherapists therapists,
            BookingDesk desk,
            VisitDesk visits,
            Treatments treatments,
            Patients patients,
            Losses losses,
            TestClock clock,
            Database database) {
        this.clinics = clinics;
        this.therapists = therapists;
        this.desk = desk;
        this.visits = visits;
        this.treatments = treatments;
        this.patients = patients;
        this.losses = losses;
        this.clock = clock;
        this.database = database;
        this.tables = new Tables(database);
    }

    public Clinic clinic(int rooms) {
        return clinic("Hudson Pain & Massage", rooms, "US-NY");
    }

    /** The one that stands first in every list of clinics, however many the tests have opened. */
    public Clinic firstClinic() {
        return clinic("A Clinic by the River", 1, "US-NY");
    }

    public Clinic clinicIn(String state) {
        return clinic("Hudson Pain & Massage", 1, state);
    }

    private Clinic clinic(String name, int rooms, String state) {
        var clinic = new Clinic(
                ClinicId.random(),
                name,
                "Hudson Clinic",
                state,
                NEW_YORK,
                "12 River Street, Hudson, NY 12534",
                "+1 518 555 0100",
                IntStream.rangeClosed(1, rooms)
                        .mapToObj(i -> new Room(RoomId.random(), "Room " + i))
                        .toList());
        clinics.save(clinic).block();
        return clinic;
    }

    /** A licensed therapist who works at the clinic every day from eight to eight. */
    public KnownTherapist therapist(Clinic clinic) {
        return therapist(clinic, permit("US-NY"));
    }

    /** A therapist with these rights to practise, who works at the clinic every day from eight to eight. */
    public KnownTherapist therapist(Clinic clinic, PractisePermit... permits) {
        return keep(new KnownTherapist(
                TherapistId.random(),
                1,
                "Dana Ortiz",
                false,
                List.of("en", "es"),
                Set.of(Technique.SWED, Technique.NMT),
                List.of(permits),
                Map.of(clinic.id(), everyDay())));
    }

    public KnownTherapist keep(KnownTherapist therapist) {
        therapists.keep(therapist).block();
        return therapist;
    }

    public static PractisePermit permit(String state) {
        var always = new TimeRange(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2040-01-01T00:00:00Z"));
        return new PractisePermit(
                state, true, List.of(always), TestClock.MONDAY, TestClock.MONDAY.plus(Duration.ofDays(30)));
    }

    public static WorkingHours everyDay() {
        var hours = List.of(new Hours(LocalTime.of(8, 0), LocalTime.of(20, 0)));
        return new WorkingHours(
                Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(Function.identity(), day -> hours)),
                Map.of());
    }

    public static Actor.Patient patient() {
        var id = PatientId.random();
        return new Actor.Patient(id, new MailAddress("p" + id + "@example.org"), BrowserId.random());
    }

    public static Actor.Visitor visitor() {
        return new Actor.Visitor(BrowserId.random());
    }

    public static Patient details(Actor.Patient actor) {
        return new Patient(actor.id(), "Rosa Delgado", actor.email(), "es", NEW_YORK);
    }

    /** Somebody who was here before. */
    public Actor.Patient knownPatient() {
        var patient = patient();
        database.transaction(client -> patients.remember(details(patient), clock.instant()))
                .block();
        return patient;
    }

    /** An hour for neck pain. */
    public static Wish wish(Clinic clinic, KnownTherapist therapist, Instant start) {
        return new Wish(clinic.id(), therapist.id(), start, Condition.NECK_PAIN);
    }

    /** A visit of the patient's, an hour for neck pain. */
    public Appointment booked(Actor.Patient patient, Clinic clinic, KnownTherapist therapist, Instant start) {
        var request = new BookingDesk.Request(details(patient), wish(clinic, therapist, start), null);
        return requireNonNull(
                desk.book(patient, request, UUID.randomUUID().toString()).block());
    }

    /** What the clinic sells for half an hour to two, once it is approved. */
    public Treatment approvedTreatment(Clinic clinic) {
        var treatment = new Treatment(
                TreatmentId.random(),
                clinic.id(),
                "Deep work " + TreatmentId.random(),
                Stream.of(30, 60, 120).map(Duration::ofMinutes).toList(),
                true,
                Duration.ofDays(2),
                Duration.ofDays(2),
                150,
                Set.of());
        treatments.save(treatment).block();
        return treatment;
    }

    /** A visit of the patient's that waits for approval. */
    public Appointment requested(Actor.Patient patient, Clinic clinic, KnownTherapist therapist, Instant start) {
        var wish = new Wish(
                clinic.id(),
                therapist.id(),
                start,
                Condition.NECK_PAIN,
                approvedTreatment(clinic).id(),
                null);
        var request = new BookingDesk.Request(details(patient), wish, null);
        return requireNonNull(
                desk.book(patient, request, UUID.randomUUID().toString()).block());
    }

    /** A visit with which the last word of an address can be done, and the clock where it must be for that. */
    public Appointment readyFor(
            String operation, Actor.Patient patient, Clinic clinic, KnownTherapist therapist, Instant start) {
        return switch (operation.substring(operation.lastIndexOf('/') + 1)) {
            case "approval", "decline" -> requested(patient, clinic, therapist, start);
            case "check-in", "completion", "no-show" -> begun(booked(patient, clinic, therapist, start));
            case "start" -> {
                var visit = begun(booked(patient, clinic, therapist, start));
                yield requireNonNull(
                        visits.take(DESK, visit.id(), 1, new Step.CheckIn()).block());
            }
            case "correction" -> {
                var visit = booked(patient, clinic, therapist, start);
                yield requireNonNull(visits.cancel(DESK, visit.id(), 1).block());
            }
            case "reassignment" -> {
                var visit = booked(patient, clinic, therapist, start);
                lose(therapist);
                keep(therapist);
                yield requireNonNull(visits.find(DESK, visit.id()).block());
            }
            default -> booked(patient, clinic, therapist, start);
        };
    }

    /** The therapist's right to practise ends, and what that means for visits is found. */
    public void lose(KnownTherapist therapist) {
        keep(new KnownTherapist(
                therapist.id(),
                therapist.version() + 1,
                therapist.name(),
                false,
                therapist.languages(),
                therapist.techniques(),
                List.of(),
                therapist.hours()));
        losses.findAll().block();
    }

    private Appointment begun(Appointment visit) {
        clock.set(visit.time().start());
        return visit;
    }

    /** The news that was left about one visit or patient, first to last. */
    public List<Told> told(Object id) {
        return tables.told(id);
    }

    /** One piece of news in the outbox. */
    public record Told(String type, long version, JsonNode data) {}

    public long count(String sql, Object... parameters) {
        return tables.count(sql, parameters);
    }

    /** All that the service has written down; equal texts mean that nothing was changed. */
    public String everything() {
        return tables.everything();
    }

    /** How many pairs of live reservations overlap, for anybody or anything. There must never be one. */
    public long overlaps() {
        return tables.overlaps();
    }
}
