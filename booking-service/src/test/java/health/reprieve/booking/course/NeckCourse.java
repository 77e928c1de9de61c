package health.reprieve.booking.course;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.Actor;
import health.reprieve.booking.Scene;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A course for neck pain with the standard dose: eight visits, on Tuesdays and Fridays. */
record NeckCourse(CourseDesk desk, Actor.Patient patient, Clinic clinic, KnownTherapist therapist) {

    static final LocalDate FIRST_DAY = LocalDate.of(2027, 3, 2);

    /** Tuesdays and Fridays at ten, until the clocks change; an hour later by the clock then. */
    static Instant at(int place) {
        var week = Duration.ofDays(7L * ((place - 1) / 2));
        return Scene.TUESDAY_TEN.plus(week).plus(Duration.ofDays(place % 2 == 0 ? 3 : 0));
    }

    Choice choice(Instant start) {
        return new Choice(start, therapist.id());
    }

    /** Begun with so many of its visits. */
    Course begin(int visits) {
        return requireNonNull(
                desk.start(patient, request(visits), UUID.randomUUID().toString())
                        .block());
    }

    CourseDesk.Start request(int visits) {
        return request(IntStream.rangeClosed(1, visits)
                .boxed()
                .collect(Collectors.toMap(place -> place, place -> choice(at(place)))));
    }

    CourseDesk.Start request(Map<Integer, Choice> choices) {
        return new CourseDesk.Start(
                Scene.details(patient),
                true,
                clinic.id(),
                Condition.NECK_PAIN,
                null,
                null,
                FIRST_DAY,
                therapist.id(),
                null,
                choices,
                null);
    }
}
