package health.reprieve.therapist.standing;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import health.reprieve.therapist.credential.Credential;
import health.reprieve.therapist.credential.CredentialStatus;
import health.reprieve.therapist.credential.RightToPractise;
import health.reprieve.therapist.oversight.Licence;
import health.reprieve.therapist.profile.Therapist;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How many there are of each. */
public record Standing(
        Map<Offering, Long> therapists, Map<CredentialStatus, Long> credentials, Map<EndsWithin, Long> ending) {

    public Standing {
        therapists = Map.copyOf(therapists);
        credentials = Map.copyOf(credentials);
        ending = Map.copyOf(ending);
    }

    public static Standing of(Collection<Therapist> all, Instant now) {
        var working = all.stream().filter(therapist -> !therapist.retired()).toList();
        var daysLeft = working.stream()
                .flatMap(therapist -> therapist.credentials().stream()
                        .filter(Standing::isInForce)
                        .map(credential -> new Licence(therapist, credential, now).daysLeft()))
                .toList();
        return new Standing(
                all.stream().collect(groupingBy(therapist -> offering(therapist, now), counting())),
                working.stream()
                        .flatMap(therapist -> therapist.credentials().stream())
                        .collect(groupingBy(Credential::status, counting())),
                Arrays.stream(EndsWithin.values())
                        .collect(Collectors.toMap(
                                Function.identity(),
                                within ->
                                        daysLeft.stream().filter(within::holds).count())));
    }

    public long of(Offering offering) {
        return therapists.getOrDefault(offering, 0L);
    }

    public long of(CredentialStatus status) {
        return credentials.getOrDefault(status, 0L);
    }

    public long of(EndsWithin within) {
        return ending.getOrDefault(within, 0L);
    }

    private static Offering offering(Therapist therapist, Instant now) {
        if (therapist.retired()) {
            return Offering.RETIRED;
        }
        return therapist.credentials().stream()
                        .anyMatch(credential ->
                                new RightToPractise(credential).at(now).isEmpty())
                ? Offering.PERMITTED
                : Offering.NOT_PERMITTED;
    }

    private static boolean isInForce(Credential credential) {
        return switch (credential.status()) {
            case ACTIVE, ACTIVE_RESTRICTED -> true;
            case INACTIVE, EXPIRED, GRACE, SUSPENDED, REVOKED, PENDING, UNKNOWN -> false;
        };
    }
}
