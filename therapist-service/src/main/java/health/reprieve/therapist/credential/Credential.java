package health.reprieve.therapist.credential;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One paper of one therapist in one jurisdiction. Methods decide; they never read a clock.
 *
 * @param number as the board writes it, at most 40 characters
 * @param term the days it is granted for
 * @param boardsWord the status in the board's literal word
 * @param interruptions what was or is between, oldest first; at most the last one lasts
 * @param verification the newest look at the board's register that agreed with what stands here; null: never
 * @param writtenOk needed, and only of use, while it is restricted
 */
public record Credential(
        CredentialId id,
        Jurisdiction jurisdiction,
        Kind kind,
        Tier tier,
        String number,
        Term term,
        String boardsWord,
        List<Interruption> interruptions,
        @Nullable Verification verification,
        @Nullable WrittenOk writtenOk) {

    private static final int LONGEST_NUMBER = 40;

    public Credential {
        if (number.isBlank() || number.length() > LONGEST_NUMBER) {
            throw new IllegalArgumentException(
                    "a credential's number has 1 to %d characters".formatted(LONGEST_NUMBER));
        }
        if (interruptions.stream().filter(Interruption::lasts).count() > 1) {
            throw new IllegalArgumentException("a credential is interrupted once at a time");
        }
        interruptions = List.copyOf(interruptions);
    }

    /** What holds now: a suspension that lasts outweighs the board's word, which may lag behind it. */
    public CredentialStatus status() {
        return lastingInterruption().map(Interruption::status).orElseGet(() -> CredentialStatus.meaning(boardsWord));
    }

    /**
     * Out of force from now on, until reinstated.
     *
     * @throws CredentialRefused.AlreadySuspended if it is so already
     */
    public Credential suspend(Instant now) {
        if (lastingInterruption().isPresent()) {
            throw new CredentialRefused.AlreadySuspended();
        }
        var suspension = new Interruption(CredentialStatus.SUSPENDED, notBeforeTheLast(now), null);
        return withInterruptions(
                Stream.concat(interruptions.stream(), Stream.of(suspension)).toList());
    }

    /**
     * What we suspended is lifted; from now on the board's word holds again, whatever it is.
     *
     * @throws CredentialRefused.NotSuspended if nothing lasts
     */
    public Credential reinstate(Instant now) {
        if (lastingInterruption().isEmpty()) {
            throw new CredentialRefused.NotSuspended();
        }
        return withInterruptions(interruptions.stream()
                .map(each -> each.lasts() ? each.lifted(now) : each)
                .toList());
    }

    /** As the board's register shows it. A suspension of ours stays: only a reinstatement lifts it. */
    public Credential verified(Verification check, Term found, String foundWord) {
        return new Credential(id, jurisdiction, kind, tier, number, found, foundWord, interruptions, check, writtenOk);
    }

    /** Whether a suspension of ours lasts: that, and not one of the board's, is what can be reinstated here. */
    public boolean isSuspendedByUs() {
        return lastingInterruption().isPresent();
    }

    private Optional<Interruption> lastingInterruption() {
        return interruptions.stream().filter(Interruption::lasts).findFirst();
    }

    /** Another instance's clock may have lifted the last one a little later than it is here now. */
    private Instant notBeforeTheLast(Instant now) {
        return Stream.concat(interruptions.stream().flatMap(each -> Stream.ofNullable(each.until())), Stream.of(now))
                .max(Comparator.naturalOrder())
                .orElse(now);
    }

    private Credential withInterruptions(List<Interruption> changed) {
        return new Credential(id, jurisdiction, kind, tier, number, term, boardsWord, changed, verification, writtenOk);
    }
}
