package health.reprieve.booking.appointment.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.appointment.OpenDays;
import health.reprieve.booking.appointment.Work;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.booking.slot.Offer;
import health.reprieve.booking.slot.Session;
import health.reprieve.booking.treatment.TreatmentId;
import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A clinic whose starts lie a minute apart has more times than fit into one answer. */
class OpenDaysViewTests {

    private static final LocalDate FIRST = LocalDate.of(2027, 3, 1);
    private static final Clinic CLINIC = new Clinic(
            new ClinicId(new UUID(1, 1)),
            "Clinic",
            "Clinic",
            "US-NY",
            ZoneId.of("America/New_York"),
            "12 River Street",
            "+1 518 555 0100",
            List.of());
    private static final Work WORK = new Work(TreatmentId.random(), Session.lasting(Duration.ofHours(1)), null);

    @Test
    void daysBeyondAThousandTimesAreToReadOn() {
        var days = List.of(day(0, 700), day(1, 700), day(2, 5));

        var view = OpeningController.OpenDaysView.of(new OpenDays(CLINIC, WORK, days, List.of(), Map.of(), null));

        assertThat(view.days()).extracting(OpeningController.DayView::date).containsExactly(FIRST, FIRST.plusDays(1));
        assertThat(view.next()).isEqualTo(FIRST.plusDays(2));
    }

    @Test
    void daysThatFitAreToldAtOnce() {
        var days = List.of(day(0, 400), day(1, 400));

        var view = OpeningController.OpenDaysView.of(new OpenDays(CLINIC, WORK, days, List.of(), Map.of(), null));

        assertThat(view.days()).hasSize(2);
        assertThat(view.next()).isNull();
    }

    private static OpenDays.Day day(int number, int times) {
        var date = FIRST.plusDays(number);
        var midnight = date.atStartOfDay().toInstant(ZoneOffset.UTC);
        return new OpenDays.Day(
                date,
                IntStream.range(0, times)
                        .mapToObj(minute -> new Offer(
                                TimeRange.startingAt(midnight.plusSeconds(60L * minute), Duration.ofHours(1)),
                                new TherapistId(new UUID(1, 2)),
                                new RoomId(new UUID(1, 3)),
                                Optional.empty()))
                        .toList());
    }
}
