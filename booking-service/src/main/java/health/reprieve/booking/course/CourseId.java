package health.reprieve.booking.course;

import java.util.UUID;

/** A course of treatment, whatever becomes of it. */
public record CourseId(UUID value) {

    public static CourseId random() {
        return new CourseId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
