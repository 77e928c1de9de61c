package health.reprieve.booking.therapist.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.booking.Scene;
import health.reprieve.booking.candidacy.Technique;
import health.reprieve.booking.clinic.ClinicId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What lies in the database was written by an earlier build, and must stay readable. */
class StoredTherapistTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String STORED = """
            {
              "id": "7c2f1b9e-7a55-4a1c-9a44-000000000001",
              "version": 7,
              "name": "Dana Ortiz",
              "retired": false,
              "languages": ["en", "es"],
              "techniques": ["SWED"],
              "permits": [{
                "state": "US-NY",
                "treatsDiagnosedConditions": true,
                "spans": [{"start": "2020-01-01T00:00:00Z", "end": "2040-01-01T00:00:00Z"}],
                "verifiedAt": "2027-03-01T12:00:00Z",
                "goodUntil": "2027-03-31T12:00:00Z"
              }],
              "hours": {
                "a1a1a1a1-0000-4000-8000-000000000001": {
                  "weekly": {"MONDAY": [{"from": "09:00:00", "until": "12:00:00"}]},
                  "exceptions": {"2027-03-08": []}
                }
              }
            }
            """;

    @Test
    void whatAnEarlierBuildStoredIsRead() {
        var therapist = JSON.readValue(STORED, StoredTherapist.class).therapist();

        assertThat(therapist.name()).isEqualTo("Dana Ortiz");
        assertThat(therapist.techniques()).containsExactly(Technique.SWED);
        assertThat(therapist.permits()).containsExactly(Scene.permit("US-NY"));
        var hours = therapist.hours().get(ClinicId.of("a1a1a1a1-0000-4000-8000-000000000001"));
        assertThat(hours.weekly().get(DayOfWeek.MONDAY).getFirst().from()).isEqualTo(LocalTime.of(9, 0));
        assertThat(hours.exceptions()).containsKey(LocalDate.of(2027, 3, 8));
    }

    @Test
    void whatIsStoredTodayIsTheSame() {
        var therapist = JSON.readValue(STORED, StoredTherapist.class).therapist();

        assertThat(JSON.readTree(JSON.writeValueAsString(StoredTherapist.of(therapist))))
                .isEqualTo(JSON.readTree(STORED));
    }
}
