package health.reprieve.booking.appointment;

import health.reprieve.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long and how often times are held for people.
 *
 * @param length how long a chosen time is held for a browser, from 1m to 1h; people pause in flares, so it is generous
 * @param extension how much longer one press of the button keeps it, from 1m to 30m
 * @param extensions how often it can be made longer, from 10 to 100; WCAG 2.2.1 asks for ten at least
 * @param perPatient how many holds one patient may have in several browsers together, from 1 to 20
 * @param times how many times one hold may keep together, from 1 to 100; a course of treatment has up to 40
 */
@ConfigurationProperties("booking.hold")
record HoldSettings(
        @DefaultValue("10m") Duration length,
        @DefaultValue("2m") Duration extension,
        @DefaultValue("10") int extensions,
        @DefaultValue("3") int perPatient,
        @DefaultValue("40") int times) {

    HoldSettings {
        Setting.isBetween("booking.hold.length", length, Duration.ofMinutes(1), Duration.ofHours(1));
        Setting.isBetween("booking.hold.extension", extension, Duration.ofMinutes(1), Duration.ofMinutes(30));
        Setting.isBetween("booking.hold.extensions", extensions, 10, 100);
        Setting.isBetween("booking.hold.per-patient", perPatient, 1, 20);
        Setting.isBetween("booking.hold.times", times, 1, 100);
    }
}
