package health.reprieve.therapist;

import health.reprieve.access.AccountId;
import health.reprieve.access.Actor;
import health.reprieve.access.MailAddress;
import health.reprieve.access.TherapistId;
import health.reprieve.therapist.availability.Availability;
import health.reprieve.therapist.availability.ClinicId;
import health.reprieve.therapist.availability.Hours;
import health.reprieve.therapist.availability.HoursException;
import health.reprieve.therapist.availability.Place;
import health.reprieve.therapist.availability.WeeklyHours;
import health.reprieve.therapist.credential.Credential;
import health.reprieve.therapist.credential.CredentialId;
import health.reprieve.therapist.credential.Jurisdiction;
import health.reprieve.therapist.credential.Kind;
import health.reprieve.therapist.credential.Term;
import health.reprieve.therapist.credential.Tier;
import health.reprieve.therapist.credential.Verification;
import health.reprieve.therapist.profile.Language;
import health.reprieve.therapist.profile.Technique;
import health.reprieve.therapist.profile.Therapist;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Therapists for tests. The first is the one of the approved example. */
public final class SomeTherapist {

    public static final Actor.Manager MANAGER = new Actor.Manager(AccountId.of("de300000-0000-4000-8000-0000000000aa"));

    private static final ClinicId HUDSON = ClinicId.of("a1a1a1a1-0000-4000-8000-000000000001");
    private static final Verification CHECK = new Verification(TestHouse.NOW, "Pat Kim", Verification.Method.WEB);
    private static final LocalDate ABSENT = LocalDate.parse("2027-03-08");

    private SomeTherapist() {}

    /** Dana Ortiz, as {@code contracts/} shows her, in a version. */
    public static Therapist ofTheExample(long version) {
        return dana(
                TherapistId.of("7c2f1b9e-7a55-4a1c-9a44-1a2b3c4d5e21"),
                version,
                licence("c0c0c0c0-0000-4000-8000-000000000001", "27-012345", CHECK));
    }

    /** Somebody whose licence nobody has ever looked up. */
    public static Therapist withoutAnyCheck() {
        return dana(TherapistId.random(), 1, licence(UUID.randomUUID().toString(), "27-000000", null));
    }

    /** Somebody like her, whom no other test knows: Mondays nine to twelve and one to five at Hudson. */
    public static Therapist newcomer() {
        var number = UUID.randomUUID().toString().substring(0, 8);
        return dana(TherapistId.random(), 1, licence(UUID.randomUUID().toString(), number, CHECK));
    }

    /** Somebody who works here without any licence on record. */
    public static Therapist withoutAnyLicence() {
        var like = newcomer();
        return new Therapist(
                like.id(),
                1,
                "Nova Newcomer",
                like.languages(),
                like.techniques(),
                like.contact(),
                false,
                List.of(),
                like.availability());
    }

    public static CredentialId licenceOf(Therapist therapist) {
        return therapist.credentials().getFirst().id();
    }

    private static Therapist dana(TherapistId id, long version, Credential credential) {
        return new Therapist(
                id,
                version,
                "Dana Ortiz",
                List.of(Language.EN, Language.ES),
                List.of(Technique.SWED, Technique.NMT, Technique.MFR),
                new MailAddress("dana.ortiz@example.org"),
                false,
                List.of(credential),
                new Availability(
                        List.of(new Place(
                                HUDSON,
                                ZoneId.of("America/New_York"),
                                WeeklyHours.on(Set.of(DayOfWeek.MONDAY), List.of(hours(9, 12), hours(13, 17))))),
                        List.of(new HoursException(HUDSON, ABSENT, List.of()))));
    }

    private static Credential licence(String id, String number, @Nullable Verification check) {
        return new Credential(
                CredentialId.of(id),
                Jurisdiction.NY,
                Kind.LICENSE,
                Tier.FULL,
                number,
                new Term(LocalDate.parse("2024-04-01"), LocalDate.parse("2027-03-31")),
                "Active",
                List.of(),
                check,
                null);
    }

    private static Hours hours(int from, int until) {
        return new Hours(LocalTime.of(from, 0), LocalTime.of(until, 0));
    }
}
