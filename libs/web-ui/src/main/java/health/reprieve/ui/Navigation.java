package health.reprieve.ui;

import health.reprieve.access.Role;
import java.util.List;
import java.util.stream.Stream;

/** Which pages each kind of person finds in the header. */
final class Navigation {

    private static final Place BOOK = new Place("/book", "ui.nav.book");
    private static final Place VISITS = new Place("/visits", "ui.nav.visits");
    private static final Place DAY = new Place("/calendar", "ui.nav.day");
    private static final Place LICENCES = new Place("/team/licences", "ui.nav.licences");
    private static final Place SIGN_IN = new Place("/sign-in", "ui.nav.sign-in");

    private Navigation() {}

    private record Place(String href, String key) {

        Shell.Link seenFrom(String path) {
            return new Shell.Link(href, key, path.equals(href) || path.startsWith(href + "/"));
        }
    }

    /** The links for somebody of this role who looks at this path. */
    static List<Shell.Link> of(Role role, String path) {
        return places(role).map(place -> place.seenFrom(path)).toList();
    }

    private static Stream<Place> places(Role role) {
        return switch (role) {
            case VISITOR -> Stream.of(BOOK, SIGN_IN);
            case PATIENT -> Stream.of(BOOK, VISITS);
            case THERAPIST -> Stream.of(DAY);
            case MANAGER -> Stream.of(LICENCES);
            case FRONT_DESK, REFERRER, OPERATOR, MACHINE -> Stream.of();
        };
    }
}
