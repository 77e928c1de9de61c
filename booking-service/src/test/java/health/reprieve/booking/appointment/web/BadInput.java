package health.reprieve.booking.appointment.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/** One request that must be refused. */
record BadInput(
        String what,
        HttpMethod method,
        String path,
        Map<String, String> headers,
        @Nullable String body,
        int status,
        String type) {

    private static final Pattern FOR_STAFF = Pattern.compile(
            ".*/(check-in|start|completion|no-show|approval|decline|correction|reassignment|end-of-day|desk-bookings|moves|room-use|reassignments.*|referrals.*)");

    static BadInput get(String what, String path, int status, String type) {
        return new BadInput(what, HttpMethod.GET, path, Map.of(), null, status, type);
    }

    static BadInput post(String what, String path, @Nullable String body, int status, String type) {
        return new BadInput(what, HttpMethod.POST, path, Map.of(), body, status, type);
    }

    /** The same, sent in another way. */
    BadInput by(HttpMethod other) {
        return new BadInput(what, other, path, headers, body, status, type);
    }

    /** Whether patients would be turned away before anybody read what they sent. */
    boolean isForStaff() {
        return FOR_STAFF.matcher(path).matches();
    }

    BadInput with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new BadInput(what, method, path, more, body, status, type);
    }

    @Override
    public String toString() {
        return method + " " + path + ": " + what;
    }
}
