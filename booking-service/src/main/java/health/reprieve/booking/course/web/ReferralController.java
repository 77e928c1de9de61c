package health.reprieve.booking.course.web;

import health.reprieve.access.Actor;
import health.reprieve.access.PatientId;
import health.reprieve.booking.course.Referral;
import health.reprieve.booking.course.ReferralDesk;
import health.reprieve.booking.course.ReferralId;
import health.reprieve.booking.web.RequestRefused;
import health.reprieve.booking.web.StaffAccount;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Doctors' orders, as JSON. */
@RestController
@RequestMapping("/api/v1/booking/referrals")
class ReferralController {

    private static final int EARLIEST_YEAR = 2000;
    private static final int LATEST_YEAR = 2999;

    private final ReferralDesk desk;

    ReferralController(ReferralDesk desk) {
        this.desk = desk;
    }

    /**
     * A doctor's order.
     *
     * @param patientId who is referred: somebody who was here before
     * @param visits that it allows
     * @param firstDay is day 1
     * @param days in which the visits must lie
     */
    record ReferralForm(
            @NotNull UUID patientId,
            @NotNull @Min(1) @Max(100) Integer visits,
            @NotNull LocalDate firstDay,
            @NotNull @Min(1) @Max(366) Integer days) {

        Referral referral(UUID id) {
            if (firstDay.getYear() < EARLIEST_YEAR || firstDay.getYear() > LATEST_YEAR) {
                throw RequestRefused.bad("firstDay");
            }
            return new Referral(new ReferralId(id), new PatientId(patientId), visits, firstDay, days, 0);
        }
    }

    /**
     * A doctor's order, and what was used of it.
     *
     * @param visits that it allows
     * @param firstDay is day 1
     * @param lastDay on which a visit may lie
     * @param used visits that are booked or were given; those called off or missed do not count
     * @param left that can still be booked
     */
    record ReferralView(
            UUID id, UUID patientId, int visits, LocalDate firstDay, LocalDate lastDay, int used, int left) {

        static ReferralView of(Referral referral) {
            return new ReferralView(
                    referral.id().value(),
                    referral.patient().value(),
                    referral.visits(),
                    referral.firstDay(),
                    referral.lastDay(),
                    referral.used(),
                    referral.left());
        }
    }

    /** Some referrals, latest first. */
    record ReferralList(List<ReferralView> referrals) {}

    /**
     * Records a doctor's order. Whoever sends the same again under the same id records one.
     *
     * @param referral an id chosen by the client, new for each order
     */
    @PutMapping("/{referral}")
    Mono<ReferralView> recordReferral(Actor actor, @PathVariable UUID referral, @Valid @RequestBody ReferralForm form) {
        return desk.record(actor, StaffAccount.of(actor), form.referral(referral))
                .map(ReferralView::of);
    }

    /**
     * Lists a patient's referrals, latest first; the latest 50.
     *
     * @param patientId whose; patients leave it out, and get their own
     */
    @GetMapping
    Mono<ReferralList> listReferrals(Actor actor, @RequestParam(required = false) @Nullable UUID patientId) {
        return desk.of(actor, CourseController.patientOf(actor, patientId))
                .map(found ->
                        new ReferralList(found.stream().map(ReferralView::of).toList()));
    }
}
