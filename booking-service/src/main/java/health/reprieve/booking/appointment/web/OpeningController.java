package health.reprieve.booking.appointment.web;

import health.reprieve.access.Actor;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.appointment.Asker;
import health.reprieve.booking.appointment.Match;
import health.reprieve.booking.appointment.OpenDays;
import health.reprieve.booking.appointment.Openings;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.clinic.Clinics;
import health.reprieve.booking.treatment.TreatmentId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Clinics and the times that can be had there, as JSON. A search is a POST: what hurts never stands in an address. */
@RestController
@RequestMapping("/api/v1/booking")
class OpeningController {

    private final Clinics clinics;
    private final Openings openings;

    OpeningController(Clinics clinics, Openings openings) {
        this.clinics = clinics;
        this.openings = openings;
    }

    /**
     * A clinic.
     *
     * @param state whose law on therapists holds there, by ISO 3166-2
     * @param zone IANA time zone, in which people count its days
     */
    record ClinicView(UUID id, String name, String state, String zone, String address, String phone) {

        static ClinicView of(Clinic clinic) {
            return new ClinicView(
                    clinic.id().value(),
                    clinic.name(),
                    clinic.state(),
                    clinic.zone().getId(),
                    clinic.address(),
                    clinic.phone());
        }
    }

    /** All clinics, by name; at most 200. */
    record ClinicList(List<ClinicView> clinics) {}

    /**
     * What is looked for.
     *
     * @param condition what hurts: it decides who suits
     * @param treatment one of the clinic's; left out: its default
     * @param length in minutes, one of the treatment's; left out: what is usual for what hurts
     * @param from first day to look at, in the clinic's zone; left out: today
     * @param therapistIds whose times are looked for, at most 20; left out: anybody's
     */
    record SearchForm(
            @NotNull UUID clinicId,
            @NotNull Condition condition,
            @Nullable UUID treatment,
            @Nullable @Min(1) @Max(WishForm.A_DAY) Integer length,
            @Nullable LocalDate from,
            @Nullable @Size(max = 20) Set<@NotNull UUID> therapistIds) {

        Openings.Search search() {
            Set<TherapistId> chosen = therapistIds == null
                    ? Set.of()
                    : therapistIds.stream().map(TherapistId::new).collect(Collectors.toSet());
            return new Openings.Search(
                    new ClinicId(clinicId),
                    condition,
                    treatment == null ? null : new TreatmentId(treatment),
                    length == null ? null : Duration.ofMinutes(length),
                    chosen,
                    from);
        }
    }

    /**
     * A day with space.
     *
     * @param date in the clinic's zone
     * @param times earliest first; of one time up to three therapists, the best suited first
     */
    record DayView(LocalDate date, List<OfferView> times) {

        static DayView of(OpenDays.Day day) {
            return new DayView(
                    day.date(), day.offers().stream().map(OfferView::of).toList());
        }
    }

    /**
     * A therapist whose times are offered.
     *
     * @param reasons why they suit
     */
    record TherapistView(UUID id, String name, List<String> reasons) {

        static TherapistView of(Match match) {
            return new TherapistView(
                    match.therapist().value(),
                    match.name(),
                    match.reasons().stream().map(ReasonCodes::of).toList());
        }
    }

    /**
     * The first days with space, with at most about a thousand times in all: a large clinic's ten days come in pages.
     *
     * @param zone IANA time zone of the clinic
     * @param treatment what there is space for
     * @param length of it in minutes
     * @param therapists everybody whose times are offered, best suited first
     * @param next day to look on from; null: nothing more within the horizon
     */
    record OpenDaysView(
            String zone,
            UUID treatment,
            long length,
            List<DayView> days,
            List<TherapistView> therapists,
            @Nullable LocalDate next) {

        private static final int ENOUGH_TIMES = 1000;

        static OpenDaysView of(OpenDays open) {
            var days = new ArrayList<DayView>();
            int times = 0;
            for (var day : open.days()) {
                if (times >= ENOUGH_TIMES) {
                    return of(open, days, day.date());
                }
                days.add(DayView.of(day));
                times += day.offers().size();
            }
            return of(open, days, open.next());
        }

        private static OpenDaysView of(OpenDays open, List<DayView> days, @Nullable LocalDate next) {
            return new OpenDaysView(
                    open.clinic().zone().getId(),
                    open.work().treatment().value(),
                    open.work().length().toMinutes(),
                    days,
                    open.matches().stream().map(TherapistView::of).toList(),
                    next);
        }
    }

    /** Lists the clinics. */
    @GetMapping("/clinics")
    Mono<ClinicList> listClinics() {
        return clinics.all()
                .map(all -> new ClinicList(all.stream().map(ClinicView::of).toList()));
    }

    /** Searches the first days with space at a clinic. It changes nothing; what hurts must not stand in an address. */
    @PostMapping("/openings")
    Mono<OpenDaysView> searchOpenings(Actor actor, @Valid @RequestBody SearchForm form) {
        return openings.firstDays(form.search(), Asker.of(actor)).map(OpenDaysView::of);
    }
}
