package health.reprieve.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody reads whose change made code and document differ, and what is written down. */
class ApiContractTests {

    private static final String COMMITTED = ContractFiles.text(ContractFiles.api("booking"));
    private static final String GROWN = COMMITTED.replaceFirst("summary: Books a visit", "summary: Books one visit");
    private static final String BROKEN = COMMITTED.replace("operationId: bookAppointment", "operationId: book");

    private final ApiContract contract = new ApiContract("booking", ApiContract.class, "booking-service");

    @TempDir
    Path folder;

    @AfterEach
    void writeNothingMore() {
        System.clearProperty("contract");
    }

    @Test
    void theSameIsFine() {
        assertThatCode(() -> compare(COMMITTED, COMMITTED)).doesNotThrowAnyException();
    }

    @Test
    void growthFailsWithTheCommandThatWritesItDown() {
        assertThatThrownBy(() -> compare(COMMITTED, GROWN))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("has grown")
                .hasMessageContaining("-pl booking-service -am -Dtest=ApiDocumentTests")
                .hasMessageContaining("-Dcontract=write");
        assertThat(file()).doesNotExist();
    }

    @Test
    void growthIsWrittenDownWhenAskedTo() {
        System.setProperty("contract", "write");

        compare(COMMITTED, GROWN);

        assertThat(file()).hasContent(GROWN);
    }

    @Test
    void aBreachFailsWithWhatBrokeAndWhatToDoAndIsNeverWrittenDown() {
        System.setProperty("contract", "write");

        assertThatThrownBy(() -> compare(COMMITTED, BROKEN))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("POST /api/v1/booking/appointments: operationId")
                .hasMessageContaining("/api/v2/booking");
        assertThat(file()).doesNotExist();
    }

    @Test
    void theFirstOperationAsksForADocument() {
        assertThatThrownBy(() -> contract.compare(Optional.empty(), Optional.of(COMMITTED), file()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no document")
                .hasMessageContaining("-Dcontract=write");
    }

    @Test
    void aServiceWithoutOperationsNeedsNoDocumentAndMustNotLoseOne() {
        assertThatCode(() -> contract.compare(Optional.empty(), Optional.empty(), file()))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> contract.compare(Optional.of(COMMITTED), Optional.empty(), file()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no operation for programs any more");
    }

    private void compare(String committed, String written) {
        contract.compare(Optional.of(committed), Optional.of(written), file());
    }

    private Path file() {
        return folder.resolve("booking.yaml");
    }
}
