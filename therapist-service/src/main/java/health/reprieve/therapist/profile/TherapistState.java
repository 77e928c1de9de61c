package health.reprieve.therapist.profile;

import health.reprieve.therapist.availability.Availability;
import health.reprieve.therapist.availability.Hours;
import health.reprieve.therapist.availability.HoursException;
import health.reprieve.therapist.credential.Credential;
import health.reprieve.therapist.credential.RightToPractise;
import health.reprieve.therapist.credential.Verification;
import health.reprieve.time.TimeRange;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The published shape of a therapist, {@code therapist-state.changed.v1}: what every other service may know. */
public record TherapistState(Whole therapist) {

    public static TherapistState of(Therapist therapist) {
        return new TherapistState(new Whole(
                therapist.id().value(),
                therapist.version(),
                therapist.name(),
                therapist.retired(),
                therapist.languages().stream().map(Language::code).toList(),
                therapist.techniques().stream().map(Enum::name).toList(),
                therapist.contact().value(),
                therapist.credentials().stream().map(PublishedCredential::of).toList(),
                PublishedPlace.all(therapist.availability()),
                therapist.availability().exceptions().stream()
                        .map(PublishedException::of)
                        .toList()));
    }

    public record Whole(
            UUID id,
            long version,
            String name,
            boolean retired,
            List<String> languages,
            List<String> techniques,
            String contactEmail,
            List<PublishedCredential> credentials,
            List<PublishedPlace> places,
            List<PublishedException> exceptions) {}

    /** @param verifiedAt null, as is its end: never */
    public record PublishedCredential(
            UUID id,
            String jurisdiction,
            String kind,
            String number,
            String status,
            boolean treatsDiagnosedConditions,
            List<Span> mayPractise,
            @Nullable Instant verifiedAt,
            @Nullable Instant verificationGoodUntil) {

        static PublishedCredential of(Credential credential) {
            var verification = Optional.ofNullable(credential.verification());
            return new PublishedCredential(
                    credential.id().value(),
                    credential.jurisdiction().code(),
                    credential.kind().name(),
                    credential.number(),
                    credential.status().name(),
                    credential.tier().treatsDiagnosedConditions(),
                    new RightToPractise(credential)
                            .spans().stream().map(Span::of).toList(),
                    verification.map(Verification::checkedAt).orElse(null),
                    verification.map(Verification::goodUntil).orElse(null));
        }
    }

    public record Span(Instant from, Instant until) {
        static Span of(TimeRange range) {
            return new Span(range.start(), range.end());
        }
    }

    public record PublishedPlace(UUID clinicId, List<DayHours> weeklyHours) {
        static List<PublishedPlace> all(Availability availability) {
            return availability.places().stream()
                    .map(place -> new PublishedPlace(
                            place.clinic().value(),
                            Stream.of(DayOfWeek.values())
                                    .flatMap(day ->
                                            place.hours().on(day).stream().map(hours -> DayHours.of(day, hours)))
                                    .toList()))
                    .toList();
        }
    }

    /** Wall times as {@code HH:mm}. */
    public record DayHours(String day, String from, String until) {
        static DayHours of(DayOfWeek day, Hours hours) {
            return new DayHours(
                    day.name(), hours.from().toString(), hours.until().toString());
        }
    }

    /** @param hours none: absent all day */
    public record PublishedException(UUID clinicId, LocalDate date, List<WallSpan> hours) {
        static PublishedException of(HoursException exception) {
            return new PublishedException(
                    exception.clinic().value(),
                    exception.date(),
                    exception.hours().stream().map(WallSpan::of).toList());
        }
    }

    /** Wall times as {@code HH:mm}. */
    public record WallSpan(String from, String until) {
        static WallSpan of(Hours hours) {
            return new WallSpan(hours.from().toString(), hours.until().toString());
        }
    }
}
