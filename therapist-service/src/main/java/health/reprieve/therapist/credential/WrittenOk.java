package health.reprieve.therapist.credential;

import java.time.Instant;

/**
 * Somebody has read the order behind a restricted credential and has set down that our work is inside its terms.
 *
 * @param reviewer who
 * @param at when
 */
public record WrittenOk(String reviewer, Instant at) {}
