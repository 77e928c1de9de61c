package health.reprieve.notification.appointment.email;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.MailAddress;
import health.reprieve.access.PatientId;
import health.reprieve.notification.appointment.Appointment;
import health.reprieve.notification.appointment.Appointment.Clinic;
import health.reprieve.notification.appointment.Appointment.Status;
import health.reprieve.notification.contact.Contact;
import health.reprieve.notification.message.MailSettings;
import health.reprieve.notification.message.Stationery;
import health.reprieve.time.TimeRange;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyContainer;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTextTests {

    private static final MailSettings SETTINGS = new MailSettings(
            URI.create("https://visits.example"),
            "reprieve.example",
            new MailAddress("desk@reprieve.example"),
            "Reprieve");
    private static final UUID ID = UUID.fromString("0b6f2a52-6a0e-4a53-9a8f-2d0c9f6f1a01");
    private static final PatientId PATIENT = PatientId.of("5d1d7a2e-0a94-4d0b-8f5e-6f3b1f2f8c11");
    private static final String RIVER_STREET = "12 River Street, Hudson, NY 12534";
    private static final Contact ROSA = new Contact(
            PATIENT, 1, "Rosa Delgado", new MailAddress("rosa@example.org"), Locale.ENGLISH, ZoneId.of("UTC"));

    private final CalendarText calendar = new CalendarText(SETTINGS, new SummaryOnly());

    @Test
    void aBookedVisitIsARequestThatCalendarsAccept() throws Exception {
        var part = calendar.of(booked("2027-03-01T14:00:00Z"), ROSA);
        var read = read(part.content());
        var event = event(read);

        assertThat(part.method()).isEqualTo("REQUEST");
        assertThat(read.validate().hasErrors()).isFalse();
        assertThat(value(read, Property.METHOD)).isEqualTo("REQUEST");
        assertThat(value(event, Property.UID)).isEqualTo(ID + "@reprieve.example");
        assertThat(value(event, Property.SEQUENCE)).isEqualTo("3");
        assertThat(value(event, Property.DTSTAMP)).isEqualTo("20270220T170311Z");
        assertThat(value(event, Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(value(event, Property.CLASS)).isEqualTo("PRIVATE");
        assertThat(value(event, Property.SUMMARY)).isEqualTo("Hudson Clinic: appointment");
        assertThat(value(event, Property.LOCATION)).isEqualTo(RIVER_STREET);
        assertThat(value(event, Property.URL)).isEqualTo("https://visits.example/visits/" + ID);
        assertThat(value(event, Property.ORGANIZER)).isEqualTo("mailto:desk@reprieve.example");
        assertThat(value(event, Property.ATTENDEE)).isEqualTo("mailto:rosa@example.org");
    }

    @Test
    void aCancelledVisitIsACancellationOfTheSameEntry() throws Exception {
        var part = calendar.of(with(Status.CANCELLED, "2027-03-01T14:00:00Z", "America/New_York", RIVER_STREET), ROSA);
        var read = read(part.content());

        assertThat(part.method()).isEqualTo("CANCEL");
        assertThat(read.validate().hasErrors()).isFalse();
        assertThat(value(read, Property.METHOD)).isEqualTo("CANCEL");
        assertThat(value(event(read), Property.UID)).isEqualTo(ID + "@reprieve.example");
        assertThat(value(event(read), Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(value(event(read), Property.ATTENDEE)).isEqualTo("mailto:rosa@example.org");
    }

    @Test
    void theTimeIsTheWallTimeOfTheClinicWithItsZone() {
        var text = calendar.of(booked("2027-03-01T14:00:00Z"), ROSA).content();

        assertThat(text)
                .contains("DTSTART;TZID=America/New_York:20270301T090000\r\n")
                .contains("DTEND;TZID=America/New_York:20270301T100000\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"12 River Street, Suite 3; back door, Hudson", "Calle 🌻🌻🌻 Ñandú; \\ \"Norte\", piso 2 🏥"})
    void commasSemicolonsAndEmojiInAnAddressComeOutAsTheyWentIn(String address) throws Exception {
        var part = calendar.of(with(Status.BOOKED, "2027-03-01T14:00:00Z", "America/New_York", address), ROSA);

        assertThat(value(event(read(part.content())), Property.LOCATION)).isEqualTo(address);
    }

    @Test
    void linesEndInCrlfAndHoldAtMostSeventyFiveOctets() {
        var text = calendar.of(with(Status.BOOKED, "2027-03-01T14:00:00Z", "America/New_York", "🌻ä,".repeat(60)), ROSA)
                .content();

        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75))
                .noneMatch(String::isBlank);
        assertThat(text).endsWith("END:VCALENDAR\r\n").doesNotContain("\uFFFD");
    }

    @Test
    void aNameThatTriesToBeginAPropertyBeginsNone() throws Exception {
        var evil = new Appointment(
                ID,
                4,
                Status.BOOKED,
                hourAt("2027-03-01T14:00:00Z"),
                PATIENT,
                new Clinic("Hudson\r\nATTENDEE:mailto:evil@example.org", ZoneId.of("America/New_York"), "a\nb", "1"),
                3,
                Instant.parse("2027-02-20T17:03:11Z"));
        var text = calendar.of(evil, ROSA).content();

        assertThat(event(read(text)).getProperties(Property.ATTENDEE)).hasSize(1);
        assertThat(text).doesNotContain("\r\nATTENDEE:mailto:evil");
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2027-03-14T05:00:00Z",
        "America/New_York, 2027-03-14T15:00:00Z",
        "America/New_York, 2027-11-07T04:00:00Z",
        "America/New_York, 2027-11-07T15:00:00Z",
        "America/Chicago, 2027-07-01T15:00:00Z",
        "America/Denver, 2028-01-15T15:00:00Z",
        "America/Phoenix, 2027-07-01T15:00:00Z",
        "America/Los_Angeles, 2030-11-03T20:00:00Z",
        "America/Anchorage, 2027-03-15T20:00:00Z",
        "Pacific/Honolulu, 2027-03-15T20:00:00Z",
        "America/Indiana/Indianapolis, 2027-10-31T15:00:00Z"
    })
    void aCalendarThatKnowsNoZonesComputesTheSameInstantFromTheDefinition(String zone, String start) throws Exception {
        var appointment = with(Status.BOOKED, start, zone, RIVER_STREET);
        var read = read(calendar.of(appointment, ROSA).content());
        VTimeZone definition = read.<VTimeZone>getComponent(Component.VTIMEZONE).orElseThrow();
        var wall =
                ZonedDateTime.ofInstant(Instant.parse(start), ZoneId.of(zone)).toLocalDateTime();

        assertThat(value(definition, Property.TZID)).isEqualTo(zone);
        assertThat(wall.atOffset(offsetAt(wall, definition)).toInstant()).isEqualTo(Instant.parse(start));
    }

    @Test
    void nothingTellsWhoTreatsOrWhatFor() {
        var text = calendar.of(booked("2027-03-01T14:00:00Z"), ROSA).content();

        assertThat(text).doesNotContainIgnoringCase("massage", "pain", "Rosa Delgado", "therap", "room");
    }

    /** The offset after the latest onset that is not after the wall time, as RFC 5545 (3.6.5) has it. */
    private static ZoneOffset offsetAt(LocalDateTime wall, VTimeZone definition) {
        return definition.getObservances().stream()
                .max(Comparator.comparing(observance -> latestOnset(wall, observance)))
                .map(observance -> ZoneOffset.of(value(observance, Property.TZOFFSETTO)))
                .orElseThrow();
    }

    private static LocalDateTime latestOnset(LocalDateTime wall, Observance observance) {
        DtStart<LocalDateTime> first = observance.getRequiredProperty(Property.DTSTART);
        var rule = observance.<RRule<LocalDateTime>>getProperty(Property.RRULE);
        return rule.map(r -> r.getRecur().getDates(first.getDate(), first.getDate(), wall))
                .map(onsets -> onsets.stream().max(Comparator.naturalOrder()).orElse(first.getDate()))
                .orElse(first.getDate());
    }

    private static Appointment booked(String start) {
        return with(Status.BOOKED, start, "America/New_York", RIVER_STREET);
    }

    private static Appointment with(Status status, String start, String zone, String address) {
        var clinic = new Clinic("Hudson Clinic", ZoneId.of(zone), address, "+1 518 555 0100");
        return new Appointment(ID, 4, status, hourAt(start), PATIENT, clinic, 3, Instant.parse("2027-02-20T17:03:11Z"));
    }

    private static TimeRange hourAt(String start) {
        return TimeRange.startingAt(Instant.parse(start), Duration.ofHours(1));
    }

    private static Calendar read(String text) throws IOException, ParserException {
        return new CalendarBuilder().build(new StringReader(text));
    }

    private static VEvent event(Calendar calendar) {
        return calendar.<VEvent>getComponent(Component.VEVENT).orElseThrow();
    }

    private static String value(PropertyContainer from, String name) {
        return from.getRequiredProperty(name).getValue();
    }

    /** Only the summary comes from the bundle. */
    private static final class SummaryOnly implements Stationery {

        @Override
        public Sheet fill(String name, Locale language, Map<String, Object> values) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String phrase(String key, Locale language, Object... values) {
            return values[0] + ": appointment";
        }
    }
}
