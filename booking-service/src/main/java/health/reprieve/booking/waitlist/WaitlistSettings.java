package health.reprieve.booking.waitlist;

import health.reprieve.settings.Setting;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people on the waiting list are asked.
 *
 * @param watched whether this instance asks; all of them may
 * @param every how often it looks for free times, from 1s to 10m
 * @param answer how long an offered time is kept for an answer, nights not counted, from 10m to 24h
 * @param leastAnswer how short that may become because the time is near; what leaves less is offered to nobody; from 1m
 * @param nightFrom when nights begin, by the clinic's clock: nobody is asked then, and no offer runs out
 * @param nightUntil when nights end, by the clinic's clock; the same as the beginning: there are none
 * @param unanswered after how many offers without an answer, one after the other, somebody is asked after the others who need it as much; from 1 to 100
 * @param wishes for how many different wishes one patient may wait at once, from 1 to 20
 * @param offers how many offers one look makes at one clinic at most, from 1 to 200; the next look goes on
 */
@ConfigurationProperties("booking.waiting-list")
record WaitlistSettings(
        @DefaultValue("true") boolean watched,
        @DefaultValue("15s") Duration every,
        @DefaultValue("2h") Duration answer,
        @DefaultValue("30m") Duration leastAnswer,
        @DefaultValue("21:00") LocalTime nightFrom,
        @DefaultValue("08:00") LocalTime nightUntil,
        @DefaultValue("3") int unanswered,
        @DefaultValue("3") int wishes,
        @DefaultValue("20") int offers) {

    private static final String NAME = "booking.waiting-list.";

    WaitlistSettings {
        Setting.isBetween(NAME + "every", every, Duration.ofSeconds(1), Duration.ofMinutes(10));
        Setting.isBetween(NAME + "answer", answer, Duration.ofMinutes(10), Duration.ofHours(24));
        Setting.isBetween(NAME + "least-answer", leastAnswer, Duration.ofMinutes(1), Duration.ofHours(24));
        Setting.isNotLonger(NAME + "least-answer", leastAnswer, NAME + "answer", answer);
        Setting.isBetween(NAME + "unanswered", unanswered, 1, 100);
        Setting.isBetween(NAME + "wishes", wishes, 1, 20);
        Setting.isBetween(NAME + "offers", offers, 1, 200);
    }

    AnswerTime answerTime() {
        return new AnswerTime(answer, leastAnswer, nightFrom, nightUntil);
    }
}
