package health.reprieve.booking.appointment.web;

import health.reprieve.booking.appointment.BookingRefused;
import health.reprieve.booking.appointment.BookingRefused.AlreadyBegun;
import health.reprieve.booking.appointment.BookingRefused.AppointmentUnknown;
import health.reprieve.booking.appointment.BookingRefused.ClearanceNeeded;
import health.reprieve.booking.appointment.BookingRefused.ClinicUnknown;
import health.reprieve.booking.appointment.BookingRefused.HoldDiffers;
import health.reprieve.booking.appointment.BookingRefused.HoldExpired;
import health.reprieve.booking.appointment.BookingRefused.HoldUnknown;
import health.reprieve.booking.appointment.BookingRefused.HoldUsedUp;
import health.reprieve.booking.appointment.BookingRefused.KeyReused;
import health.reprieve.booking.appointment.BookingRefused.LengthNotSold;
import health.reprieve.booking.appointment.BookingRefused.NoLongerBooked;
import health.reprieve.booking.appointment.BookingRefused.NotInThatState;
import health.reprieve.booking.appointment.BookingRefused.NotOffered;
import health.reprieve.booking.appointment.BookingRefused.NotPermitted;
import health.reprieve.booking.appointment.BookingRefused.PatientHasVisitThen;
import health.reprieve.booking.appointment.BookingRefused.PatientUnknown;
import health.reprieve.booking.appointment.BookingRefused.ReasonNeeded;
import health.reprieve.booking.appointment.BookingRefused.RoomUnknown;
import health.reprieve.booking.appointment.BookingRefused.TimeTaken;
import health.reprieve.booking.appointment.BookingRefused.TimesOverlap;
import health.reprieve.booking.appointment.BookingRefused.TooEarly;
import health.reprieve.booking.appointment.BookingRefused.TooLateToCancel;
import health.reprieve.booking.appointment.BookingRefused.TooLateToMove;
import health.reprieve.booking.appointment.BookingRefused.TooManyFlares;
import health.reprieve.booking.appointment.BookingRefused.TooManyHolds;
import health.reprieve.booking.appointment.BookingRefused.TreatmentUnknown;
import health.reprieve.booking.appointment.BookingRefused.VersionStale;
import health.reprieve.ui.problem.Problem;
import health.reprieve.ui.problem.ProblemSource;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** One problem type for each refusal. */
@Component
class BookingProblems implements ProblemSource {

    @Override
    public @Nullable Problem of(Throwable failure) {
        return failure instanceof BookingRefused refusal ? problem(refusal) : null;
    }

    private static Problem problem(BookingRefused refusal) {
        return switch (refusal) {
            case TimeTaken taken ->
                new Problem(
                        "time-taken",
                        HttpStatus.CONFLICT,
                        Map.of(
                                "nearest",
                                taken.nearest().stream().map(OfferView::of).toList()));
            case NotOffered none ->
                new Problem(
                        "time-not-offered",
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        Map.of("reason", none.reason().code()));
            case PatientHasVisitThen busy -> Problem.of("you-have-a-visit-then", HttpStatus.CONFLICT);
            case ClearanceNeeded clearance -> Problem.of("clearance-needed", HttpStatus.UNPROCESSABLE_CONTENT);
            case ClinicUnknown clinic -> Problem.of("clinic-unknown", HttpStatus.UNPROCESSABLE_CONTENT);
            case HoldUnknown hold -> Problem.of("hold-unknown", HttpStatus.NOT_FOUND);
            case HoldExpired hold -> Problem.of("hold-expired", HttpStatus.GONE);
            case HoldDiffers hold -> Problem.of("hold-differs", HttpStatus.CONFLICT);
            case HoldUsedUp hold -> Problem.of("hold-used-up", HttpStatus.CONFLICT);
            case TooManyHolds holds -> new Problem("too-many-holds", HttpStatus.CONFLICT, Map.of("most", holds.most()));
            case TimesOverlap times -> Problem.of("times-overlap", HttpStatus.UNPROCESSABLE_CONTENT);
            case KeyReused key -> Problem.of("key-reused", HttpStatus.UNPROCESSABLE_CONTENT);
            case AppointmentUnknown visit -> Problem.of("not-found", HttpStatus.NOT_FOUND);
            case VersionStale stale ->
                new Problem("changed-meanwhile", HttpStatus.PRECONDITION_FAILED, Map.of("version", stale.current()));
            case NoLongerBooked cancelled -> Problem.of("no-longer-booked", HttpStatus.CONFLICT);
            case AlreadyBegun begun -> Problem.of("already-begun", HttpStatus.CONFLICT);
            case TreatmentUnknown treatment -> Problem.of("treatment-unknown", HttpStatus.UNPROCESSABLE_CONTENT);
            case LengthNotSold length ->
                new Problem(
                        "length-not-offered",
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        Map.of(
                                "lengths",
                                length.lengths().stream()
                                        .map(Duration::toMinutes)
                                        .toList()));
            case PatientUnknown patient -> Problem.of("patient-unknown", HttpStatus.UNPROCESSABLE_CONTENT);
            case RoomUnknown room -> Problem.of("room-unknown", HttpStatus.UNPROCESSABLE_CONTENT);
            case NotPermitted others -> Problem.of("not-allowed", HttpStatus.FORBIDDEN);
            case NotInThatState state ->
                new Problem(
                        "not-possible-now",
                        HttpStatus.CONFLICT,
                        Map.of("stage", state.stage().name()));
            case TooEarly early -> new Problem("too-early", HttpStatus.CONFLICT, Map.of("earliest", early.earliest()));
            case ReasonNeeded reason -> Problem.of("reason-needed", HttpStatus.UNPROCESSABLE_CONTENT);
            case TooLateToCancel late ->
                new Problem("too-late-to-cancel", HttpStatus.CONFLICT, windowOf(late, late.window()));
            case TooLateToMove late ->
                new Problem("too-late-to-move", HttpStatus.CONFLICT, windowOf(late, late.window()));
            case TooManyFlares many ->
                new Problem("too-many-flares", HttpStatus.CONFLICT, Map.of("phone", many.phone()));
        };
    }

    private static Map<String, Object> windowOf(BookingRefused.CallNeeded call, Duration window) {
        return Map.of("phone", call.phone(), "windowMinutes", window.toMinutes());
    }
}
