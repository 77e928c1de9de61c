package health.reprieve.booking.waitlist.web;

import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.waitlist.PartOfDay;
import health.reprieve.booking.waitlist.WaitWish;
import health.reprieve.ui.Text;
import health.reprieve.ui.WallTime;
import health.reprieve.ui.part.Answer;
import java.time.DayOfWeek;
import java.util.List;

/** What somebody waits for, in words. */
final class WishWords {

    private WishWords() {}

    static Text of(DayOfWeek day) {
        return Text.of("waiting.day." + day.name());
    }

    static Text of(PartOfDay part) {
        return Text.of("waiting.part." + part.name());
    }

    static List<Answer> facts(WaitWish wish, Clinic clinic, WallTime wall) {
        return List.of(
                Answer.of("waiting.where", clinic.name(), clinic.address()),
                new Answer(Text.of("waiting.days"), days(wish), null),
                new Answer(Text.of("waiting.parts"), parts(wish), null),
                Answer.of("waiting.until", wall.date(wish.lastDay())));
    }

    private static List<Text> days(WaitWish wish) {
        if (wish.days().size() == DayOfWeek.values().length) {
            return List.of(Text.of("waiting.days.any"));
        }
        return wish.days().stream().sorted().map(WishWords::of).toList();
    }

    private static List<Text> parts(WaitWish wish) {
        if (wish.parts().size() == PartOfDay.values().length) {
            return List.of(Text.of("waiting.parts.any"));
        }
        return wish.parts().stream().sorted().map(WishWords::of).toList();
    }
}
