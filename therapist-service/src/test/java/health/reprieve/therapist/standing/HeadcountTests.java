package health.reprieve.therapist.standing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.therapist.ServiceTest;
import health.reprieve.therapist.SomeTherapist;
import health.reprieve.therapist.profile.Roster;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

@ServiceTest
class HeadcountTests {

    @Autowired
    Roster roster;

    @Autowired
    Clock clock;

    @Test
    void moreThanOnePageIsCounted() {
        var before = count().of(Offering.PERMITTED);
        Flux.range(0, 101)
                .concatMap(i -> roster.takeOn(SomeTherapist.MANAGER, SomeTherapist.newcomer()))
                .blockLast(Duration.ofSeconds(30));

        assertThat(count().of(Offering.PERMITTED)).isEqualTo(before + 101);
    }

    private Standing count() {
        return requireNonNull(new Headcount(roster, clock).now().block());
    }
}
