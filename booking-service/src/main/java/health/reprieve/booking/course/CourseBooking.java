package health.reprieve.booking.course;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.Actor;
import health.reprieve.access.BrowserId;
import health.reprieve.booking.appointment.Appointment;
import health.reprieve.booking.appointment.AppointmentId;
import health.reprieve.booking.appointment.RequestKey;
import health.reprieve.booking.appointment.SeriesBooking;
import health.reprieve.booking.appointment.Wish;
import health.reprieve.booking.patient.Patient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Books visits of a course together and puts them in their places. */
@Component
class CourseBooking {

    private final SeriesBooking booking;
    private final Courses courses;

    CourseBooking(SeriesBooking booking, Courses courses) {
        this.booking = booking;
        this.courses = courses;
    }

    /**
     * What is to be booked.
     *
     * @param choices by the numbers of the places
     * @param note why staff book at shorter notice than the clinic wants; null: they do not
     */
    record Order(
            Actor actor,
            Patient patient,
            Course course,
            Map<Integer, Choice> choices,
            @Nullable String note) {

        private SeriesBooking.Series series() {
            var visits = choices.values().stream().map(this::visit).toList();
            // staff hold nothing, so the browser is one that does not exist
            var browser = actor.ownBrowser().orElseGet(BrowserId::random);
            return new SeriesBooking.Series(actor, patient, browser, visits, note);
        }

        /** A place can be booked more than once, one after the other, so the key is new each time: the course guards against repeats. */
        private SeriesBooking.Visit visit(Choice choice) {
            var wish = new Wish(
                    course.clinic(),
                    choice.therapist(),
                    choice.start(),
                    course.condition(),
                    course.treatment(),
                    course.dose().length(),
                    course.dose().leastApart());
            var key = UUID.randomUUID().toString();
            return new SeriesBooking.Visit(wish, new RequestKey("course:" + course.id(), key, key));
        }
    }

    /**
     * Books, or changes nothing.
     *
     * @param around what to write before the visits in the same transaction; it is given what writes them
     */
    Mono<Course> book(Order order, Function<Mono<List<Appointment>>, Mono<List<Appointment>>> around) {
        var course = order.course;
        return booking.book(
                order.series(),
                visits -> around.apply(visits)
                        .flatMap(booked -> courses.join(course, places(order.choices, booked)))
                        .then(Mono.defer(() -> courses.find(order.actor, course.id()))));
    }

    /** No two visits of a course begin at once. */
    private static Map<Integer, AppointmentId> places(Map<Integer, Choice> choices, List<Appointment> booked) {
        Map<Instant, AppointmentId> byStart =
                booked.stream().collect(Collectors.toMap(visit -> visit.time().start(), Appointment::id));
        return choices.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> requireNonNull(byStart.get(entry.getValue().start()))));
    }
}
