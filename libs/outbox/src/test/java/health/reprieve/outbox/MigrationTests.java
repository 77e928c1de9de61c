package health.reprieve.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.backing.Backing;
import health.reprieve.backing.PostgresDatabase;
import health.reprieve.database.Database;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

class MigrationTests {

    @Test
    void aDatabaseThatHasTheServicesOwnTablesAlreadyTakesWhatIsNewInTheLibrary() {
        var place = Backing.database();
        flyway(place).locations("classpath:db/outbox").target("0.1").load().migrate();
        flyway(place)
                .locations("classpath:db/later")
                .ignoreMigrationPatterns("*:missing")
                .load()
                .migrate();

        var both = Map.<String, Object>of("spring.flyway.locations", "classpath:db/outbox,classpath:db/later");
        try (var service = SmallService.start(place, both)) {
            var repeats = service.getBean(Database.class)
                    .one(client -> client.sql("SELECT count(repeats) FROM outbox")
                            .mapValue(Long.class)
                            .one());
            assertThat(repeats.block()).isZero();
        }
    }

    private static FluentConfiguration flyway(PostgresDatabase place) {
        return Flyway.configure().dataSource(place.jdbcUrl(), place.user(), place.password());
    }
}
