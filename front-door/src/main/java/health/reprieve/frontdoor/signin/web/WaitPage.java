package health.reprieve.frontdoor.signin.web;

import health.reprieve.frontdoor.limit.TooManyTries;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * The page for somebody who has tried too often.
 *
 * @param minutes after which it can be tried again
 * @param back the page they came from
 * @param state what else there is for them to do
 */
record WaitPage(long minutes, String back, State state) {

    /** What somebody who waits can do meanwhile. */
    enum State {
        /** They wanted another code; the one they have still works. */
        HAS_CODE("front-door.wait.has-code"),
        /** They wanted a code, and have none. */
        NO_CODE("front-door.wait.no-code"),
        /** They entered codes too often, so entering one is what they must wait for. */
        CHECKED("front-door.wait.checked");

        private final String help;

        State(String help) {
            this.help = help;
        }

        public String help() {
            return help;
        }

        public boolean canEnterCode() {
            return this == HAS_CODE;
        }
    }

    static Rendering after(TooManyTries tries, String back, State state) {
        var wait = tries.waitFor();
        return Rendering.view("front-door/signin/wait")
                .modelAttribute("page", new WaitPage(wait.plusSeconds(59).toMinutes(), back, state))
                .modelAttribute("here", back)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds()))
                .status(HttpStatus.TOO_MANY_REQUESTS)
                .build();
    }
}
