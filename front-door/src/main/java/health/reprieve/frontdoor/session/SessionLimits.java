package health.reprieve.frontdoor.session;

import health.reprieve.access.Role;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a session lasts.
 *
 * @param visitorIdle without a request, for somebody not signed in: answers given while booking live that long
 * @param visitorLongest in all, for somebody not signed in
 * @param patientIdle without a request, for a patient: a phone that lies about must not stay signed in
 * @param patientLongest in all, for a patient
 * @param staffIdle without a request, for everybody who works here: their pages show other people's visits
 * @param staffLongest in all, for everybody who works here: one working day
 * @param noteEvery how often the last request is written down, so that reading pages writes little
 */
@ConfigurationProperties("front-door.session")
public record SessionLimits(
        @DefaultValue("2h") Duration visitorIdle,
        @DefaultValue("24h") Duration visitorLongest,
        @DefaultValue("30m") Duration patientIdle,
        @DefaultValue("12h") Duration patientLongest,
        @DefaultValue("15m") Duration staffIdle,
        @DefaultValue("10h") Duration staffLongest,
        @DefaultValue("1m") Duration noteEvery) {

    /** How long one kind of session lasts without a request, and in all. */
    record Limit(Duration idle, Duration longest) {}

    Limit of(Role hat) {
        return switch (hat) {
            case VISITOR -> new Limit(visitorIdle, visitorLongest);
            case PATIENT -> new Limit(patientIdle, patientLongest);
            case THERAPIST, FRONT_DESK, MANAGER, REFERRER, OPERATOR, MACHINE -> new Limit(staffIdle, staffLongest);
        };
    }

    /** After that long without a request every session is over, whoever's it was. */
    public Duration longestIdle() {
        return visitorIdle.compareTo(patientIdle) > 0 ? max(visitorIdle, staffIdle) : max(patientIdle, staffIdle);
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
