package health.reprieve.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

@DisabledIfSystemProperty(named = "sbom.skip", matches = ".*", disabledReason = "there are no bills of materials then")
class LicencePageTests {

    private static List<Bill> services;
    private static Bill localRun;

    @BeforeAll
    static void read() {
        services = Arrays.stream(OurService.values())
                .map(OurService::folder)
                .map(Bill::of)
                .toList();
        localRun = Bill.of("local-stack");
    }

    @Test
    void thePageOfLicencesIsWhatShips() throws IOException {
        new Document("docs/licences.md", new LicencePage(services, localRun).text()).isUpToDate();
    }

    @Test
    void everythingThatShipsMayShip() {
        Licences allowed = Licences.allowed();

        assertThat(localRun.parts())
                .isNotEmpty()
                .allSatisfy(part -> assertThat(allowed.of(part))
                        .as(
                                "%s ships under %s, which licences.csv does not allow: take another library, or read the licence and add it there",
                                part.coordinates(),
                                part.licences().isEmpty() ? "no licence that it names" : part.licences())
                        .isNotEmpty());
    }

    @Test
    void theBillOfTheLocalRunIsTheBillOfTheWhole() {
        assertThat(services)
                .allSatisfy(service -> assertThat(localRun.parts())
                        .as("what %s ships", service.folder())
                        .containsAll(service.parts()));
    }
}
