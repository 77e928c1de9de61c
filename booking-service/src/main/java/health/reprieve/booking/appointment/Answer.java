package health.reprieve.booking.appointment;

import health.reprieve.booking.metric.Outcome;

/**
 * What a desk grants.
 *
 * @param outcome whether it is granted now or had been before
 */
record Answer<T>(T value, Outcome outcome) {

    static <T> Answer<T> granted(T value) {
        return new Answer<>(value, Outcome.GRANTED);
    }

    static <T> Answer<T> repeated(T value) {
        return new Answer<>(value, Outcome.REPEATED);
    }
}
