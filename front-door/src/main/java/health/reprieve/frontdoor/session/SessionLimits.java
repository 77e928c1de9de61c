package health.reprieve.frontdoor.session;

import health.reprieve.access.Role;
import health.reprieve.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a session lasts. Each limit is from 1m to 30d, and none without a request is longer than the one in all.
 *
 * @param visitorIdle how long a session lasts without a request, for somebody not signed in: answers given while booking live that long
 * @param visitorLongest how long a session lasts in all, for somebody not signed in; at most 30d
 * @param patientIdle how long a session lasts without a request, for a patient: a phone that lies about must not stay signed in
 * @param patientLongest how long a session lasts in all, for a patient; at most 30d
 * @param staffIdle how long a session lasts without a request, for everybody who works here: their pages show other people's visits
 * @param staffLongest how long a session lasts in all, for everybody who works here: one working day; at most 30d
 * @param noteEvery how often the last request is written down, from 1s to 1h, so that reading pages writes little
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

    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofDays(30);

    public SessionLimits {
        requireLimit("visitor", visitorIdle, visitorLongest);
        requireLimit("patient", patientIdle, patientLongest);
        requireLimit("staff", staffIdle, staffLongest);
        Setting.isBetween("front-door.session.note-every", noteEvery, Duration.ofSeconds(1), Duration.ofHours(1));
    }

    private static void requireLimit(String who, Duration idle, Duration longest) {
        String idleName = "front-door.session.%s-idle".formatted(who);
        String longestName = "front-door.session.%s-longest".formatted(who);
        Setting.isBetween(idleName, idle, LEAST, MOST);
        Setting.isBetween(longestName, longest, LEAST, MOST);
        Setting.isNotLonger(idleName, idle, longestName, longest);
    }

    /** How long one kind of session lasts without a request, and in all. */
    public record Limit(Duration idle, Duration longest) {}

    public Limit of(Role hat) {
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
