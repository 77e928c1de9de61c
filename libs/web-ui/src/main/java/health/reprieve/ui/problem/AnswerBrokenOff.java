package health.reprieve.ui.problem;

/**
 * Ends the connection on which half an answer stands. It has no cause: Spring would take one such as "connection reset"
 * for a browser that went away, do nothing more, and leave whoever waits for the other half waiting.
 */
final class AnswerBrokenOff extends RuntimeException {

    AnswerBrokenOff() {
        super("answer broken off", null, false, false);
    }
}
