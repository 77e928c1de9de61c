package health.reprieve.booking.clinic.web;

import health.reprieve.booking.clinic.ClinicDesk;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.web.EntityTag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** When a clinic treats and by which rules, as JSON. Each is replaced as a whole. */
@RestController
@RequestMapping("/api/v1/booking/clinics/{clinic}")
class ClinicRulesController {

    private final ClinicDesk desk;

    ClinicRulesController(ClinicDesk desk) {
        this.desk = desk;
    }

    /**
     * Finds the opening hours of a clinic.
     *
     * @param clinic of which
     */
    @GetMapping("/opening-hours")
    Mono<ResponseEntity<OpeningHoursBody>> findOpeningHours(@PathVariable UUID clinic) {
        return desk.opening(new ClinicId(clinic)).map(found -> RulesTag.answer(found, OpeningHoursBody::of));
    }

    /**
     * States the opening hours of a clinic anew. Visits that are booked stay.
     *
     * @param clinic of which
     * @param ifMatch the ETag of the opening hours as they were read: nobody's change is lost
     */
    @PutMapping("/opening-hours")
    Mono<ResponseEntity<OpeningHoursBody>> replaceOpeningHours(
            @PathVariable UUID clinic,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody OpeningHoursBody body) {
        return desk.replace(new ClinicId(clinic), body.hours(), EntityTag.version(ifMatch))
                .map(stated -> RulesTag.answer(stated, OpeningHoursBody::of));
    }

    /**
     * Finds the rules that a clinic sets itself.
     *
     * @param clinic of which
     */
    @GetMapping("/policy")
    Mono<ResponseEntity<PolicyBody>> findPolicy(@PathVariable UUID clinic) {
        return desk.policy(new ClinicId(clinic)).map(found -> RulesTag.answer(found, PolicyBody::of));
    }

    /**
     * States the rules of a clinic anew. Visits that are booked stay.
     *
     * @param clinic of which
     * @param ifMatch the ETag of the rules as they were read: nobody's change is lost
     */
    @PutMapping("/policy")
    Mono<ResponseEntity<PolicyBody>> replacePolicy(
            @PathVariable UUID clinic,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody PolicyBody body) {
        return desk.replace(new ClinicId(clinic), body.policy(), EntityTag.version(ifMatch))
                .map(stated -> RulesTag.answer(stated, PolicyBody::of));
    }
}
