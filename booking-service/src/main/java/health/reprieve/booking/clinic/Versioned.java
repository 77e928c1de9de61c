package health.reprieve.booking.clinic;

/**
 * Something that is replaced as a whole.
 *
 * @param version rises with every replacement; 1 while it was never stated
 */
public record Versioned<T>(T value, long version) {}
