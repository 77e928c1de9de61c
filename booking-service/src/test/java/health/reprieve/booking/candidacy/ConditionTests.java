package health.reprieve.booking.candidacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConditionTests {

    /** The table of the domain notes, 2.3, once more: id, length (the longest of a range), clearance, techniques. */
    private static final String TABLE = """
            LBP,  LOW_BACK_PAIN,             60, C, SWED MFR
            LBS,  LOW_BACK_STRAIN,           45, C, SWED MLD MFR
            RAD,  RADIATING_PAIN,            60, Y, SWED
            NECK, NECK_PAIN,                 60, C, SWED NMT MFR
            FM,   FIBROMYALGIA,              60, R, MFR MLD
            DPN,  NERVE_PAIN,                45, Y, SWED
            PHN,  NERVE_PAIN_AFTER_SHINGLES, 45, Y, SWED
            OA,   KNEE_OR_HIP_ARTHRITIS,     60, C, SWED
            MPS,  MUSCLE_KNOTS,              60, R, TRP NMT MFR STR
            TTH,  TENSION_HEADACHE,          45, C, TRP MFR
            MIG,  MIGRAINE,                  45, C, SWED
            SURG, PAIN_AFTER_SURGERY,        60, Y, MLD SCAR SWED
            TMJ,  JAW_PAIN,                  45, C, TRP INTRAORAL
            SHO,  SHOULDER_PAIN,             60, R, MFR STR
            CPS,  CHRONIC_PAIN_SYNDROME,     60, R, SWED
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = TABLE)
    void aConditionIsTreatedAsTheNotesSay(
            String id, Condition condition, int minutes, String clearance, String techniques) {
        assertThat(condition.length()).isEqualTo(Duration.ofMinutes(minutes));
        assertThat(condition.clearance()).isEqualTo(meant(clearance));
        assertThat(Arrays.stream(Technique.values())
                        .filter(condition::fits)
                        .map(Enum::name)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(techniques.split(" "));
    }

    @ParameterizedTest
    @EnumSource
    void noConditionIsMissingInTheNotes(Condition condition) {
        assertThat(TABLE).contains(" " + condition.name() + ",");
    }

    @Test
    void whatAlwaysNeedsADoctorsWordCannotBeBookedOnline() {
        assertThat(Stream.of(Condition.values()).filter(condition -> !condition.canBeBookedOnline()))
                .containsExactly(
                        Condition.RADIATING_PAIN,
                        Condition.NERVE_PAIN,
                        Condition.NERVE_PAIN_AFTER_SHINGLES,
                        Condition.PAIN_AFTER_SURGERY);
    }

    private static Clearance meant(String letter) {
        return switch (letter) {
            case "Y" -> Clearance.NEEDED;
            case "C" -> Clearance.IF_FLAGGED;
            case "R" -> Clearance.ROUTINE;
            default -> throw new IllegalArgumentException(letter);
        };
    }
}
