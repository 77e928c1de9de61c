package health.reprieve.notification.appointment.email;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateProperty;

/**
 * A patient's calendar that follows RFC 5546 (2.1.5): of two objects with the same UID the one with the higher sequence
 * wins, and where these are equal the one with the later stamp.
 */
public final class PatientCalendar {

    private static final DateTimeFormatter UTC_STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssX");

    private final Map<String, Known> entries = new HashMap<>();

    /** What the calendar shows of a visit. */
    public record Entry(Instant start, Instant end, String location) {}

    private record Known(int sequence, Instant stamp, boolean cancelled, Entry entry) {

        boolean isNewerThan(Known other) {
            return sequence != other.sequence ? sequence > other.sequence : stamp.isAfter(other.stamp);
        }
    }

    /** A mail's calendar part has come. */
    public void receive(String content) {
        var calendar = read(content);
        var event = calendar.<VEvent>getComponent(Component.VEVENT).orElseThrow();
        var told = new Known(
                Integer.parseInt(value(event, Property.SEQUENCE)),
                UTC_STAMP.parse(value(event, Property.DTSTAMP), Instant::from),
                isCancellation(calendar, event),
                new Entry(
                        instant(event, Property.DTSTART),
                        instant(event, Property.DTEND),
                        value(event, Property.LOCATION)));
        entries.merge(value(event, Property.UID), told, (known, news) -> news.isNewerThan(known) ? news : known);
    }

    /** What a look at the calendar shows, by UID. */
    public Map<String, Entry> shown() {
        return entries.entrySet().stream()
                .filter(known -> !known.getValue().cancelled())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, known -> known.getValue().entry()));
    }

    private static boolean isCancellation(Calendar calendar, VEvent event) {
        return switch (calendar.getRequiredProperty(Property.METHOD).getValue()) {
            case "REQUEST" -> false;
            case "CANCEL" -> value(event, Property.STATUS).equals("CANCELLED");
            default -> throw new IllegalArgumentException("a method that no client was told of");
        };
    }

    private static Instant instant(VEvent event, String name) {
        DateProperty<? extends Temporal> property = event.getRequiredProperty(name);
        var zone = property.getParameter(Parameter.TZID).orElseThrow().getValue();
        var wall = LocalDateTime.parse(property.getValue(), DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss"));
        return wall.atZone(ZoneId.of(zone)).toInstant();
    }

    private static String value(VEvent event, String name) {
        return event.getRequiredProperty(name).getValue();
    }

    private static Calendar read(String content) {
        try {
            return new CalendarBuilder().build(new StringReader(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserException e) {
            throw new IllegalArgumentException("not a calendar: " + content, e);
        }
    }
}
