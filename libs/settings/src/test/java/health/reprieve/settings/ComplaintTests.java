package health.reprieve.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What only a machine that refuses something brings to light. */
class ComplaintTests {

    private final StandardEnvironment environment = new StandardEnvironment();

    ComplaintTests() {
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "given",
                        Map.of(
                                "server.port", "${SAMPLE_PORT:8081}",
                                "management.server.port", "8084",
                                "spring.flyway.url", "jdbc:postgresql://db/sample",
                                "spring.flyway.user", "sam")));
    }

    @ParameterizedTest
    @CsvSource({
        "8081, 'server.port is 8081, but something else listens on that port: stop it, or set it with the variable SAMPLE_PORT.'",
        "8084, 'management.server.port is 8084, but something else listens on that port: stop it, or set it with the variable MANAGEMENT_SERVER_PORT.'"
    })
    void aTakenPortIsNamedByItsSetting(int port, String sentence) {
        assertThat(Complaint.about(new IllegalStateException(new PortInUseException(port)), environment))
                .contains(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            08001 | spring.flyway.url is jdbc:postgresql://db/sample, but no database answers there: see that it runs, or set it with the variable SPRING_FLYWAY_URL.
            3D000 | spring.flyway.url is jdbc:postgresql://db/sample, but there is no database of that name: create it, or set it with the variable SPRING_FLYWAY_URL.
            28P01 | spring.r2dbc.username is sam, but the database at jdbc:postgresql://db/sample does not let it in with spring.r2dbc.password: see that both are right.
            """)
    void aDatabaseThatRefusesSaysWhichSettingMayBeWrong(String state, String sentence) {
        var refusal = new IllegalStateException(new SQLException("hush", state));

        assertThat(Complaint.about(refusal, environment)).contains(sentence);
    }

    @Test
    void aFaultInAStatementIsNoMatterOfSettings() {
        assertThat(Complaint.about(new SQLException("a syntax error", "42601"), environment))
                .isEmpty();
    }

    @Test
    void whatHasNothingToDoWithSettingsIsReportedByBoot() {
        assertThat(Complaint.about(new IllegalStateException("a fault of ours"), null))
                .isEmpty();
    }
}
