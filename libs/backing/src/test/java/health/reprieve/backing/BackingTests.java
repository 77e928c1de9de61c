package health.reprieve.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class BackingTests {

    private static final String TABLES =
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'";

    @Test
    void aFreshDatabaseIsEmptyAndNobodyElseHasIt() throws Exception {
        PostgresDatabase first = Backing.database();
        PostgresDatabase second = Backing.database();

        Sql.run(first, "CREATE TABLE patient (id uuid)");

        assertThat(Sql.column(first, TABLES)).containsExactly("patient");
        assertThat(Sql.column(second, TABLES)).isEmpty();
    }

    @Test
    void theServersAreTheSameWhereverTheyRun() throws Exception {
        PostgresDatabase database = Backing.database();

        assertThat(Sql.column(database, "SHOW fsync")).containsExactly("on");
        assertThat(Sql.column(database, "SHOW synchronous_commit")).containsExactly("on");
        assertThat(Sql.column(database, "SHOW max_connections")).containsExactly("200");
        assertThat(Sql.column(database, "SELECT upper('ñandú')")).containsExactly("ÑANDÚ");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Backing.kafka()))) {
            assertThat(admin.describeCluster().nodes().get(20, TimeUnit.SECONDS))
                    .hasSize(1);
        }
    }

    @Test
    void theUrlsOfADatabaseNameTheSamePlace() {
        PostgresDatabase database = Backing.database();

        assertThat(database.jdbcUrl()).startsWith("jdbc:postgresql://").endsWith("/" + database.name());
        assertThat(database.r2dbcUrl()).isEqualTo(database.jdbcUrl().replaceFirst("jdbc", "r2dbc"));
    }

    @Test
    void theServersEndWithTheirJvm() throws Exception {
        try (ChildJvm child = ChildJvm.running(UsesBackingAndEnds.class)) {
            int postgres = URI.create(child.says("postgres").substring("jdbc:".length()))
                    .getPort();
            int kafka = URI.create("kafka://" + child.says("kafka")).getPort();

            assertThat(child.endsByItself()).isTrue();
            assertThat(Ports.isTaken(postgres)).as("PostgreSQL still listens").isFalse();
            assertThat(Ports.isTaken(kafka)).as("Kafka still listens").isFalse();
        }
    }
}
