package health.reprieve.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/** How values of a type are written. */
final class Wanted {

    private Wanted() {}

    /** What the value must be, as the end of a sentence. */
    static String of(BindException unreadable) {
        Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(
                unreadable.getTarget().getType().toClass());
        if (type == Duration.class) {
            return "it must be a length of time such as 90s, 10m or 2h";
        }
        if (type == Boolean.class) {
            return "it must be true or false";
        }
        if (type == DataSize.class) {
            return "it must be a size such as 64KB or 1MB";
        }
        if (type == URI.class || type == URL.class) {
            return "it must be an address such as https://visits.example.org";
        }
        if (type == InetAddress.class) {
            return "it must be an address of this machine, such as 127.0.0.1 or 0.0.0.0";
        }
        if (Number.class.isAssignableFrom(type)) {
            return "it must be a number, without anything else";
        }
        return type.isEnum() ? oneOf(type) : saidByTheType(unreadable, type);
    }

    private static String oneOf(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(Object::toString)
                .collect(Collectors.joining(", ", "it must be one of ", ""));
    }

    /** A type of ours says itself what it refuses. */
    private static String saidByTheType(Throwable unreadable, Class<?> type) {
        String said = "";
        for (Throwable next = unreadable; next != null; next = next.getCause()) {
            if (next.getClass() == IllegalArgumentException.class && next.getMessage() != null) {
                said = next.getMessage();
            }
        }
        return type.getName().startsWith("health.reprieve.") && !said.isEmpty()
                ? said
                : "it cannot be read as " + type.getSimpleName();
    }
}
