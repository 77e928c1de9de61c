package health.reprieve.booking.appointment.board;

import java.time.Instant;
import java.util.List;

/**
 * Something that was made of what was known.
 *
 * @param from when the last hold among it expired
 * @param until when the next one does, or what was made depends on the day and another one begins
 */
record Made<F, W>(F of, List<Taken> taken, Instant from, Instant until, W what) {

    static <F, W> Made<F, W> of(F of, List<Taken> taken, Instant now, Instant atMost, W what) {
        var until = taken.stream()
                .map(Taken::expiresAt)
                .filter(expiry -> expiry != null && now.isBefore(expiry))
                .min(Instant::compareTo)
                .filter(atMost::isAfter)
                .orElse(atMost);
        var from = taken.stream()
                .map(Taken::expiresAt)
                .filter(expiry -> expiry != null && !now.isBefore(expiry))
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        return new Made<>(of, taken, from, until, what);
    }

    @SuppressWarnings("ReferenceEquality") // lists are replaced, never changed; comparing them would cost too much
    boolean counts(F asked, List<Taken> current, Instant now) {
        return of == asked && taken == current && !now.isBefore(from) && now.isBefore(until);
    }
}
