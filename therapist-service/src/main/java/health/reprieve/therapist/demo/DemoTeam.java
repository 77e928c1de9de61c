package health.reprieve.therapist.demo;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import health.reprieve.access.MailAddress;
import health.reprieve.access.TherapistId;
import health.reprieve.therapist.availability.Availability;
import health.reprieve.therapist.availability.ClinicId;
import health.reprieve.therapist.availability.Hours;
import health.reprieve.therapist.availability.Place;
import health.reprieve.therapist.availability.WeeklyHours;
import health.reprieve.therapist.credential.Credential;
import health.reprieve.therapist.credential.CredentialId;
import health.reprieve.therapist.credential.Jurisdiction;
import health.reprieve.therapist.credential.Kind;
import health.reprieve.therapist.credential.Term;
import health.reprieve.therapist.credential.Tier;
import health.reprieve.therapist.profile.Language;
import health.reprieve.therapist.profile.Technique;
import health.reprieve.therapist.profile.Therapist;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The seven people of the demo, as of a day. Ids are those that the other services' demos know. */
record DemoTeam(LocalDate today) {

    /** Suspended. */
    static final TherapistId TOM = id(6);

    /** Not renewed since last year. */
    static final TherapistId GRACE = id(5);

    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(MONDAY, FRIDAY);

    /** Everybody; nobody's licence has been checked yet, and nobody's is suspended. */
    List<Therapist> all() {
        return Stream.concat(thoseWhoAreOffered().stream(), thoseWhoAreNotOfferedAtHudson().stream())
                .toList();
    }

    private List<Therapist> thoseWhoAreOffered() {
        return List.of(
                person(
                        1,
                        "Dana Ortiz",
                        List.of(Language.EN, Language.ES),
                        List.of(Technique.SWED, Technique.NMT, Technique.MFR),
                        List.of(newYork(1, 1)),
                        hudson(WORKDAYS, hours(9, 12), hours(13, 17))),
                person(
                        2,
                        "Samuel Reed",
                        List.of(Language.EN),
                        List.of(Technique.SWED, Technique.TRP, Technique.DEEP),
                        List.of(newYork(2, 2)),
                        hudson(EnumSet.range(TUESDAY, SATURDAY), hours(10, 18))),
                person(
                        3,
                        "Mei Lin",
                        List.of(Language.EN),
                        List.of(Technique.SWED, Technique.MFR, Technique.MLD),
                        List.of(texas(3, 3)),
                        austin(WORKDAYS, hours(8, 16))),
                person(
                        4,
                        "Luis Herrera",
                        List.of(Language.ES, Language.EN),
                        List.of(Technique.SWED, Technique.NMT, Technique.STR),
                        List.of(texas(4, 4), newYork(5, 4)),
                        austin(EnumSet.range(MONDAY, THURSDAY), hours(9, 17)),
                        hudson(EnumSet.of(FRIDAY), hours(9, 17))));
    }

    private List<Therapist> thoseWhoAreNotOfferedAtHudson() {
        return List.of(
                person(
                        5,
                        "Grace Miller",
                        List.of(Language.EN),
                        List.of(Technique.SWED, Technique.DEEP),
                        List.of(endedLastYear()),
                        hudson(WORKDAYS, hours(9, 17))),
                person(
                        6,
                        "Tom Baker",
                        List.of(Language.EN),
                        List.of(Technique.SWED, Technique.TRP),
                        List.of(newYork(7, 6)),
                        hudson(WORKDAYS, hours(9, 17))),
                person(
                        7,
                        "Ana Silva",
                        List.of(Language.EN, Language.ES),
                        List.of(Technique.SWED, Technique.MFR),
                        List.of(texas(8, 7)),
                        austin(EnumSet.range(WEDNESDAY, FRIDAY), hours(9, 17)),
                        hudson(EnumSet.of(MONDAY, TUESDAY), hours(9, 17))));
    }

    /** The term a licence that is renewed today gets. */
    Term renewed() {
        return new Term(today.minusYears(1), today.plusYears(2));
    }

    private Credential newYork(int number, int holder) {
        return licence(number, Jurisdiction.NY, "27-01234" + holder, renewed());
    }

    private Credential texas(int number, int holder) {
        return licence(number, Jurisdiction.TX, "MT12345" + holder, renewed());
    }

    private Credential endedLastYear() {
        var end = today.minusYears(1).withDayOfYear(1).plusMonths(6);
        return licence(6, Jurisdiction.NY, "27-012345", new Term(end.minusYears(3), end));
    }

    private static Credential licence(int number, Jurisdiction state, String written, Term term) {
        var id = new CredentialId(UUID.fromString("c0c0c0c0-0000-4000-8000-00000000000" + number));
        return new Credential(id, state, Kind.LICENSE, Tier.FULL, written, term, "Active", List.of(), null, null);
    }

    private static Therapist person(
            int number,
            String name,
            List<Language> languages,
            List<Technique> techniques,
            List<Credential> credentials,
            Place... places) {
        var address = name.replace(' ', '.') + "@demo.reprieve.example";
        return new Therapist(
                id(number),
                1,
                name,
                languages,
                techniques,
                new MailAddress(address),
                false,
                credentials,
                new Availability(List.of(places), List.of()));
    }

    private static TherapistId id(int number) {
        return TherapistId.of("7c2f1b9e-7a55-4a1c-9a44-00000000000" + number);
    }

    private static Place hudson(Set<DayOfWeek> days, Hours... spans) {
        return place("a1a1a1a1-0000-4000-8000-000000000001", "America/New_York", days, spans);
    }

    private static Place austin(Set<DayOfWeek> days, Hours... spans) {
        return place("a1a1a1a1-0000-4000-8000-000000000002", "America/Chicago", days, spans);
    }

    private static Place place(String clinic, String zone, Set<DayOfWeek> days, Hours... spans) {
        return new Place(ClinicId.of(clinic), ZoneId.of(zone), WeeklyHours.on(days, List.of(spans)));
    }

    private static Hours hours(int from, int until) {
        return new Hours(LocalTime.of(from, 0), LocalTime.of(until, 0));
    }
}
