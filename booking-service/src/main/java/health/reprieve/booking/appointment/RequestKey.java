package health.reprieve.booking.appointment;

import health.reprieve.access.Actor;
import health.reprieve.access.TherapistId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * Makes a repeated request the same request: the same key has one effect.
 *
 * @param scope whose key it is; the same word of two people is two keys
 * @param key chosen by the client, 1 to 255 characters
 * @param requestHash of what was asked, so that another request under the same key is noticed
 */
public record RequestKey(String scope, String key, String requestHash) {

    public static RequestKey of(String scope, String key, BookingDesk.Request request) {
        var patient = request.patient();
        // the name comes last, since it may hold any character
        var who = String.join("|", String.valueOf(request.hold()), patient.language(), patient.name());
        return new RequestKey(scope, key, hash(request.wish(), who));
    }

    static RequestKey of(String scope, String key, CallersDesk.Request request) {
        var who =
                switch (request.caller()) {
                    case CallersDesk.Caller.Known known -> known.id().toString();
                    case CallersDesk.Caller.New somebody ->
                        String.join("|", somebody.email().value(), somebody.language(), somebody.name());
                };
        return new RequestKey(scope, key, hash(request.wish(), who + "|" + request.note()));
    }

    /**
     * The same for what is more than one visit.
     *
     * @param request all that was asked, in words that are the same for the same request
     */
    public static RequestKey of(Actor actor, String key, String request) {
        var doer = Doer.of(actor);
        var scope =
                actor instanceof Actor.Patient patient ? scopeOf(patient) : "%s:%s".formatted(doer.kind(), doer.id());
        return new RequestKey(scope, key, hash(request));
    }

    /** A held time becomes one visit, however often its owner asks: the hold itself is key and request. */
    public static RequestKey ofHold(String scope, HoldId hold) {
        return new RequestKey(scope, "hold:" + hold, "hold:" + hold);
    }

    /**
     * The same for one of several times that are held as one.
     *
     * @param place of the time among those of the hold, from zero
     */
    static RequestKey ofHeldTime(Actor.Patient actor, HoldId hold, int place) {
        var word = "hold:%s:%d".formatted(hold, place);
        return new RequestKey(scopeOf(actor), word, word);
    }

    static String scopeOf(Actor.Patient actor) {
        return "patient:" + actor.id();
    }

    /** The same for the same therapists in whichever order. */
    static String word(Whom whom) {
        return switch (whom) {
            case Whom.One one -> one.therapist().toString();
            case Whom.AnyOf some ->
                some.therapists().stream().map(TherapistId::toString).sorted().collect(Collectors.joining(","));
            case Whom.Anybody anybody -> "anybody";
        };
    }

    private static String hash(Wish wish, String rest) {
        return hash(String.join(
                "|",
                wish.clinic().toString(),
                word(wish.whom()),
                wish.start().toString(),
                wish.condition().name(),
                String.valueOf(wish.treatment()),
                String.valueOf(wish.length()),
                rest));
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
