package health.reprieve.booking;

import health.reprieve.contract.ApiContract;
import org.junit.jupiter.api.Test;

class ApiDocumentTests {

    @Test
    void theApiIsAsItsDocumentPromises() {
        new ApiContract("booking", BookingService.class, "booking-service").check();
    }
}
