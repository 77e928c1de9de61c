package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNullElse;

import health.reprieve.booking.appointment.board.ClinicBoard;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.treatment.Treatment;
import health.reprieve.booking.treatment.TreatmentId;
import health.reprieve.time.TimeRange;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a wish means of what is sold. */
@Component
class Menu {

    private final Situations situations;

    Menu(Situations situations) {
        this.situations = situations;
    }

    /**
     * What is to be given, where, and when.
     *
     * @param board the clinic as it was when the menu was read
     */
    record Choice(ClinicBoard board, Treatment treatment, Work work, TimeRange time) {

        Clinic clinic() {
            return board.clinic();
        }
    }

    /**
     * @throws BookingRefused.ClinicUnknown through the Mono
     * @throws BookingRefused.TreatmentUnknown through the Mono
     * @throws BookingRefused.LengthNotSold through the Mono
     */
    Mono<Choice> choice(Wish wish) {
        return situations.at(wish.clinic()).map(desk -> {
            var treatment = treatment(desk.board(), wish.treatment());
            var length = length(treatment, wish.condition(), wish.length());
            return new Choice(
                    desk.board(),
                    treatment,
                    Work.of(treatment, length, wish.spacing()),
                    TimeRange.startingAt(wish.start(), length));
        });
    }

    /**
     * @param wanted null: the clinic's default
     * @throws BookingRefused.TreatmentUnknown if the clinic sells no such treatment
     */
    static Treatment treatment(ClinicBoard board, @Nullable TreatmentId wanted) {
        return wanted == null
                ? board.treatments().getFirst()
                : board.treatments().stream()
                        .filter(treatment -> treatment.id().equals(wanted))
                        .findFirst()
                        .orElseThrow(BookingRefused.TreatmentUnknown::new);
    }

    /**
     * @param wanted null: what is usual for what hurts
     * @throws BookingRefused.LengthNotSold if the treatment is not given for that long
     */
    static Duration length(Treatment treatment, Condition condition, @Nullable Duration wanted) {
        var length = requireNonNullElse(wanted, condition.length());
        if (!treatment.takes(length)) {
            throw new BookingRefused.LengthNotSold(treatment.lengths());
        }
        return length;
    }
}
