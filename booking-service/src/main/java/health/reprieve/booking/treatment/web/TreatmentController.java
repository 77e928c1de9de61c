package health.reprieve.booking.treatment.web;

import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.treatment.Treatment;
import health.reprieve.booking.treatment.Treatments;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What the clinics sell, as JSON. */
@RestController
class TreatmentController {

    private final Treatments treatments;

    TreatmentController(Treatments treatments) {
        this.treatments = treatments;
    }

    /** The clinic's default first, then in order of name. */
    record TreatmentList(List<TreatmentView> treatments) {}

    /**
     * What a clinic sells.
     *
     * @param lengths in minutes, shortest first
     * @param needsApproval whether a booking is a request until staff approve it
     * @param cancelWindowMinutes how many minutes before the start patients can still cancel for other plans
     * @param moveWindowMinutes how many minutes before the old and the new start patients can still move a visit
     */
    record TreatmentView(
            UUID id,
            String name,
            List<Long> lengths,
            boolean needsApproval,
            long cancelWindowMinutes,
            long moveWindowMinutes) {

        static TreatmentView of(Treatment treatment) {
            return new TreatmentView(
                    treatment.id().value(),
                    treatment.name(),
                    treatment.lengths().stream().map(Duration::toMinutes).toList(),
                    treatment.needsApproval(),
                    treatment.cancelWindow().toMinutes(),
                    treatment.moveWindow().toMinutes());
        }
    }

    /**
     * Lists what a clinic sells; nothing where there is no such clinic.
     *
     * @param clinicId of the clinic
     */
    @GetMapping("/api/v1/booking/treatments")
    Mono<TreatmentList> listTreatments(@RequestParam UUID clinicId) {
        return treatments
                .at(new ClinicId(clinicId))
                .map(all ->
                        new TreatmentList(all.stream().map(TreatmentView::of).toList()));
    }
}
