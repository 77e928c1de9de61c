package health.reprieve.booking.draft.web;

import health.reprieve.booking.appointment.Hold;
import health.reprieve.booking.appointment.HoldDesk;
import health.reprieve.ui.WallTime;
import java.time.Instant;

/**
 * What a page shows of the time that is kept meanwhile.
 *
 * @param time the same as {@code until}, in words
 * @param canBeLonger whether one press keeps it longer still
 * @param justExtended whether that was pressed just now
 */
record KeptTime(Instant until, String time, boolean canBeLonger, boolean justExtended) {

    static KeptTime of(Hold hold, HoldDesk desk, WallTime wall, boolean justExtended) {
        return new KeptTime(hold.expiresAt(), wall.time(hold.expiresAt()), desk.extensionsLeft(hold) > 0, justExtended);
    }
}
