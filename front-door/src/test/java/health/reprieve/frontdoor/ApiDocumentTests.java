package health.reprieve.frontdoor;

import health.reprieve.contract.ApiContract;
import org.junit.jupiter.api.Test;

class ApiDocumentTests {

    /** There is nothing for programs here yet; the first operation will ask for a document. */
    @Test
    void theApiIsAsItsDocumentPromises() {
        new ApiContract("front-door", FrontDoor.class, "front-door").check();
    }
}
