package health.reprieve.booking.slot;

/**
 * A region of the body.
 *
 * @param code such as {@code LUMBAR}; {@link #ALL} is every one
 */
public record Region(String code) {

    public static final Region ALL = new Region("ALL");
}
