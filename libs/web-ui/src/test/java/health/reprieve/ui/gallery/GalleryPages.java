package health.reprieve.ui.gallery;

import health.reprieve.time.TimeRange;
import health.reprieve.ui.Text;
import health.reprieve.ui.WallTime;
import health.reprieve.ui.form.Choice;
import health.reprieve.ui.form.Choices;
import health.reprieve.ui.form.Field;
import health.reprieve.ui.form.FormErrors;
import health.reprieve.ui.form.Tick;
import health.reprieve.ui.part.Answer;
import health.reprieve.ui.part.DayLink;
import health.reprieve.ui.part.Entry;
import health.reprieve.ui.part.Tag;
import health.reprieve.ui.part.TimeButton;
import health.reprieve.ui.part.TimeGroup;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Pages as services make them, with every record and fragment in use. */
@Controller
@RequestMapping("/gallery")
class GalleryPages {

    static final Instant MORNING = Instant.parse("2027-03-02T14:00:00Z");
    private static final ZoneId HUDSON = ZoneId.of("America/New_York");

    @GetMapping("/form")
    String form(Model model, Locale locale) {
        return form(model, locale, FormErrors.none());
    }

    @GetMapping("/form-wrong")
    String formWrong(Model model, Locale locale) {
        return form(
                model,
                locale,
                FormErrors.of("clinic", "gallery.clinic.missing")
                        .and("name", "gallery.name.missing")
                        .and("email", "Email")
                        .and("language", "NotBlank")
                        .and("agree", "AssertTrue"));
    }

    private static String form(Model model, Locale locale, FormErrors errors) {
        model.addAttribute("errors", errors);
        model.addAttribute("answers", answers(WallTime.in(HUDSON, locale)));
        addQuestions(model);
        addFields(model);
        return "gallery/form";
    }

    private static void addQuestions(Model model) {
        var hudson =
                Choice.plain("hudson", "Hudson Pain & Massage").hint(Text.plain("12 River Street, Hudson, NY 12534"));
        var austin =
                Choice.plain("austin", "Austin Pain & Massage").hint(Text.plain("480 Cedar Lane, Austin, TX 78701"));
        var parts = List.of(Choice.of("neck", "gallery.neck"), Choice.of("back", "gallery.back"));
        var languages = List.of(Choice.plain("en", "English"), Choice.plain("es", "Español"));
        model.addAttribute(
                "clinic",
                Choices.one("clinic", "gallery.clinic", List.of(hudson, austin)).hint("gallery.clinic.hint"));
        model.addAttribute(
                "hurts", Choices.several("hurts", "gallery.hurts", parts).holding("back"));
        model.addAttribute("language", Choices.one("language", "gallery.language", languages));
        model.addAttribute("agree", Tick.of("agree", "gallery.agree").hint("gallery.agree.hint"));
    }

    private static void addFields(Model model) {
        model.addAttribute("name", Field.text("name", "gallery.name").autocomplete("name"));
        model.addAttribute(
                "email",
                Field.email("email", "gallery.email").hint("gallery.email.hint").holding("pat@example"));
        model.addAttribute("phone", Field.phone("phone", "gallery.phone").orNothing());
        model.addAttribute("code", Field.code("code", "gallery.code").holding("482913"));
        model.addAttribute("day", Field.date("day", "gallery.day").holding("2027-03-02"));
        model.addAttribute("note", Field.box("note", "gallery.note").orNothing());
    }

    @GetMapping("/question")
    String question(Model model) {
        model.addAttribute(
                "clinic",
                Choices.one(
                                "clinic",
                                "gallery.clinic",
                                List.of(Choice.plain("hudson", "Hudson"), Choice.plain("austin", "Austin")))
                        .asTitle());
        return "gallery/question";
    }

    @GetMapping("/times")
    String times(Model model, Locale locale) {
        var clock = WallTime.in(HUDSON, locale);
        var first = LocalDate.of(2027, 3, 2);
        model.addAttribute(
                "days",
                IntStream.range(0, 10)
                        .mapToObj(day -> new DayLink(
                                "/gallery/times?day=" + first.plusDays(day),
                                clock.day(first.plusDays(day)),
                                Text.of("gallery.count", 3 + day % 5),
                                day == 0))
                        .toList());
        model.addAttribute("day", clock.day(first));
        model.addAttribute("zone", clock.zone());
        model.addAttribute(
                "groups", List.of(group("gallery.morning", clock, 0, 5), group("gallery.afternoon", clock, 16, 7)));
        model.addAttribute("asOf", clock.time(MORNING));
        return "gallery/times";
    }

    private static TimeGroup group(String name, WallTime clock, int from, int count) {
        return new TimeGroup(
                Text.of(name),
                IntStream.range(from, from + count)
                        .mapToObj(step -> button(clock, MORNING.plus(Duration.ofMinutes(15L * step))))
                        .toList());
    }

    private static TimeButton button(WallTime clock, Instant start) {
        return new TimeButton(start.toString(), clock.time(start), "Dana Ortiz", clock.moment(start) + ", Dana Ortiz");
    }

    @GetMapping("/check")
    String check(Model model, Locale locale) {
        var clock = WallTime.in(HUDSON, locale);
        model.addAttribute("answers", answers(clock));
        model.addAttribute("until", MORNING);
        model.addAttribute("untilTime", clock.time(MORNING));
        return "gallery/check";
    }

    @GetMapping("/booked")
    String booked(Model model, Locale locale) {
        var clock = WallTime.in(HUDSON, locale);
        model.addAttribute("answers", answers(clock));
        model.addAttribute("when", clock.moment(MORNING));
        return "gallery/booked";
    }

    private static List<Answer> answers(WallTime clock) {
        return List.of(
                Answer.of("gallery.when", clock.date(MORNING), clock.time(MORNING) + ", " + clock.zone())
                        .change("/gallery/times"),
                Answer.of("gallery.where", "Hudson Pain & Massage", "12 River Street, Hudson, NY 12534")
                        .change("/gallery/form"),
                Answer.of("gallery.who", "Dana Ortiz"),
                Answer.of("gallery.hurts", Text.of("gallery.back")).change("/gallery/form"));
    }

    @GetMapping("/day")
    String day(Model model, Locale locale) {
        var clock = WallTime.in(HUDSON, locale);
        model.addAttribute("day", clock.date(MORNING));
        model.addAttribute(
                "entries",
                List.of(
                        visit(clock, 0, 60, "Pat Morgan", new Tag(Tag.Kind.DONE, Text.of("gallery.tag.booked"))),
                        visit(clock, 75, 30, "Alex Rivera", Tag.of(Tag.Kind.STOP, "gallery.tag.cancelled")),
                        visit(clock, 180, 90, "Jo Lindqvist-Vasquez", Tag.of(Tag.Kind.INFO, "gallery.tag.planned"))));
        model.addAttribute("names", List.of("Dana Ortiz", "Samuel Reed", "Mei Lin"));
        return "gallery/day";
    }

    private static Entry visit(WallTime clock, int after, int minutes, String who, Tag tag) {
        var range = TimeRange.startingAt(MORNING.plus(Duration.ofMinutes(after)), Duration.ofMinutes(minutes));
        var lines = List.of(Text.of("gallery.visit", minutes), Text.of("gallery.room", 2));
        return new Entry(clock.times(range), Text.plain(who), lines, tag, "/gallery/booked");
    }

    @GetMapping("/parts")
    String parts() {
        return "gallery/parts";
    }

    @GetMapping("/live")
    String live() {
        return "gallery/live";
    }
}
