package health.reprieve.therapist;

import health.reprieve.contract.ApiContract;
import org.junit.jupiter.api.Test;

class ApiDocumentTests {

    @Test
    void theApiIsAsItsDocumentPromises() {
        new ApiContract("therapist", TherapistService.class, "therapist-service").check();
    }
}
