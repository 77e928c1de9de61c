package health.reprieve.booking.appointment.postgres;

import health.reprieve.booking.appointment.Appointments.Won;
import health.reprieve.booking.appointment.LostRace;
import health.reprieve.database.Database;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * The distance that a patient's visits keep from each other, as far as it is ours to see to: a trigger judges it wherever a visit's
 * time is written. Who is refused there was overtaken by somebody who writes for the same patient; the next look says so.
 */
final class KeptApart {

    private static final String TOO_CLOSE = "RV003";

    // The trigger waits for one patient after the other: whoever writes for several waits for them in one order first.
    private static final String ONE_AT_A_TIME = """
            SELECT count(pg_advisory_xact_lock(hashtextextended(patient, 5)))
              FROM (SELECT patient FROM unnest(CAST(:patients AS text[])) AS wanted (patient) ORDER BY patient) AS inOrder
            """;

    private KeptApart() {}

    /** What to make of a failure: a lost race, if that is what it was. */
    static Throwable orLost(Throwable failure) {
        return Database.wordOfTheServer(failure)
                        .filter(word -> TOO_CLOSE.equals(word.getSqlState()))
                        .isPresent()
                ? new LostRace()
                : failure;
    }

    /** In the surrounding transaction: waits until nobody else writes visits of these patients. */
    static Mono<Void> lineUp(Database database, List<Won> all) {
        var patients = all.stream()
                .map(won -> won.deed().after().patient().id().toString())
                .distinct()
                .toArray(String[]::new);
        return database.one(
                client -> client.sql(ONE_AT_A_TIME).bind("patients", patients).then());
    }
}
