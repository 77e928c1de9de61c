package health.reprieve.cases;

import health.reprieve.booking.slot.Limit;
import health.reprieve.booking.slot.Refusal;
import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Collectors;

/** What a reason knows, in words, by the clinic's clock. */
record Detail(ZoneId zone) {

    String of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.UnknownTherapist unknown -> "no such therapist works there";
            case Refusal.LengthNotOffered length ->
                "given in %s minutes"
                        .formatted(length.lengths().stream()
                                .map(Duration::toMinutes)
                                .sorted()
                                .map(String::valueOf)
                                .collect(Collectors.joining(", ")));
            case Refusal.OffGrid offGrid -> "none of the starts in question";
            case Refusal.TooSoon soon -> "earliest " + local(soon.earliest());
            case Refusal.TooFar far -> "before " + local(far.horizon());
            case Refusal.ClinicClosed closed ->
                "closed %s %s"
                        .formatted(
                                span(closed.closure().time()), closed.closure().reason())
                        .strip();
            case Refusal.OutsideOpening outside -> "the clinic is not open for all of it";
            case Refusal.OutsideHours outside -> "the therapist does not work for all of it";
            case Refusal.TimeOff off -> "away " + span(off.away());
            case Refusal.NoRightToPractise right -> "no credential for all of it in " + right.state();
            case Refusal.CalendarUnknown unknown -> "own calendar last read " + local(unknown.readAt());
            case Refusal.BusyElsewhere elsewhere -> "own calendar: busy " + span(elsewhere.busy());
            case Refusal.TherapistBusy busy -> "has a visit, or rests";
            case Refusal.LimitReached limit -> "at most " + limit(limit.limit());
            case Refusal.PatientBusy busy -> "the patient has another visit";
            case Refusal.BlackedOut out ->
                "no treatment %s %s"
                        .formatted(span(out.blackout().time()), out.blackout().reason())
                        .strip();
            case Refusal.TooMuchPressure pressure ->
                "%s bears %d at most %s"
                        .formatted(
                                pressure.limit().region().code(),
                                pressure.limit().maxPressure(),
                                span(pressure.limit().time()));
            case Refusal.TooCloseTogether close ->
                "%d h apart from the treatment at %s"
                        .formatted(
                                close.other().spacing().toHours(),
                                local(close.other().start()));
            case Refusal.NoRoom full -> "no room with what is needed";
        };
    }

    private static String limit(Limit limit) {
        return switch (limit) {
            case Limit.VisitsPerDay day -> day.most() + " visits a day";
            case Limit.VisitsPerWeek week -> week.most() + " visits a week";
            case Limit.HandsOnPerDay day -> day.most().toMinutes() + " minutes a day";
            case Limit.HandsOnPerWeek week -> week.most().toMinutes() + " minutes a week";
            case Limit.HandsOnInARun run ->
                "%d minutes without a pause of %d"
                        .formatted(run.most().toMinutes(), run.pause().toMinutes());
        };
    }

    private String span(TimeRange span) {
        return "from %s until %s".formatted(local(span.start()), local(span.end()));
    }

    private String local(Instant instant) {
        return instant.atZone(zone).toOffsetDateTime().toString();
    }
}
