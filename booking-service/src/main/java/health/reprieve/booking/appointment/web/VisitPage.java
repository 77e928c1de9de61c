package health.reprieve.booking.appointment.web;

import health.reprieve.booking.appointment.Appointment;
import health.reprieve.booking.appointment.AppointmentId;
import health.reprieve.ui.Text;
import health.reprieve.ui.WallTime;
import health.reprieve.ui.part.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * One visit, as its patient sees it.
 *
 * @param canBeCancelled whether it is still to come
 * @param onlyForFlare whether it is too late to cancel for another reason than a flare of pain
 * @param dial the clinic's phone number as a link
 */
record VisitPage(
        AppointmentId id,
        long version,
        State state,
        String when,
        String day,
        String times,
        String clinic,
        String therapist,
        List<Answer> facts,
        boolean canBeCancelled,
        boolean onlyForFlare,
        String phone,
        String dial) {

    /** Where a visit stands, for people. */
    enum State {
        COMING("info", "visits.state.booked"),
        REQUESTED("info", "visits.state.requested"),
        MISSED("stop", "visits.state.missed"),
        CANCELLED("stop", "visits.state.cancelled"),
        PAST("done", "visits.state.past");

        private final String kind;
        private final String key;

        State(String kind, String key) {
            this.kind = kind;
            this.key = key;
        }

        /** Kind of the tag that shows it. */
        public String kind() {
            return kind;
        }

        /** Message key of the word for it. */
        public String key() {
            return key;
        }
    }

    static VisitPage of(Appointment visit, Instant now, Locale language) {
        var wall = WallTime.in(visit.clinic().zone(), language);
        var time = visit.time();
        var state = stateOf(visit, now);
        return new VisitPage(
                visit.id(),
                visit.version(),
                state,
                wall.moment(time.start()),
                wall.date(time.start()),
                wall.times(time),
                visit.clinic().name(),
                visit.therapist().name(),
                facts(visit, wall),
                visit.canBeCancelledByPatient() && now.isBefore(time.start()),
                visit.isTooLateToCancel(now),
                visit.clinic().phone(),
                "tel:" + visit.clinic().phone().replace(" ", ""));
    }

    private static State stateOf(Appointment visit, Instant now) {
        return switch (visit.stage()) {
            case CANCELLED -> State.CANCELLED;
            case MISSED -> State.MISSED;
            case COMPLETED -> State.PAST;
            case REQUESTED -> now.isBefore(visit.time().end()) ? State.REQUESTED : State.PAST;
            case FREE, HELD, BOOKED, CHECKED_IN, IN_PROGRESS, NEEDS_REASSIGNMENT ->
                now.isBefore(visit.time().end()) ? State.COMING : State.PAST;
        };
    }

    private static List<Answer> facts(Appointment visit, WallTime wall) {
        return List.of(
                Answer.of(
                        "visits.when", wall.date(visit.time().start()), wall.times(visit.time()) + ", " + wall.zone()),
                Answer.of("visits.where", visit.clinic().name(), visit.clinic().address()),
                Answer.of("visits.who", visit.therapist().name()),
                Answer.of("visits.length", Text.plain(wall.length(visit.time().length()))),
                Answer.of(
                        "visits.reference",
                        Text.plain(visit.id().toString().substring(0, 8).toUpperCase(Locale.ROOT))));
    }
}
