package health.reprieve.booking.appointment;

import health.reprieve.booking.treatment.Treatment;
import health.reprieve.booking.treatment.Treatments;
import health.reprieve.time.TimeRange;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a wish means of what is sold. */
@Component
class Menu {

    private final Treatments treatments;

    Menu(Treatments treatments) {
        this.treatments = treatments;
    }

    /** What is to be given, and when. */
    record Choice(Treatment treatment, TimeRange time) {}

    /**
     * @throws BookingRefused.ClinicUnknown through the Mono
     * @throws BookingRefused.TreatmentUnknown through the Mono
     * @throws BookingRefused.LengthNotSold through the Mono
     */
    Mono<Choice> choice(Wish wish) {
        return treatment(wish).map(treatment -> {
            var length = lengthOf(wish);
            if (!treatment.takes(length)) {
                throw new BookingRefused.LengthNotSold(treatment.lengths());
            }
            return new Choice(treatment, TimeRange.startingAt(wish.start(), length));
        });
    }

    static Duration lengthOf(Wish wish) {
        return wish.length() == null ? wish.condition().length() : wish.length();
    }

    private Mono<Treatment> treatment(Wish wish) {
        return wish.treatment() == null
                ? treatments.defaultAt(wish.clinic()).switchIfEmpty(Mono.error(BookingRefused.ClinicUnknown::new))
                : treatments
                        .at(wish.clinic(), wish.treatment())
                        .switchIfEmpty(Mono.error(BookingRefused.TreatmentUnknown::new));
    }
}
