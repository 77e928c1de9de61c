package health.reprieve.outbox;

import java.util.Map;

/**
 * How far a service has heard, as Kafka told it in one look.
 *
 * @param topics those that it hears
 */
record HeardSoFar(Map<String, Topic> topics) {

    private static final Topic NOTHING = new Topic(0, 0, 0);

    HeardSoFar {
        topics = Map.copyOf(topics);
    }

    /**
     * @param behind records that are not handled yet
     * @param oldestSeconds age of the oldest of them; zero when there is none, not a number when none came to light
     * @param deadLetters records that lie aside
     */
    record Topic(long behind, double oldestSeconds, long deadLetters) {

        /** Of two groups that hear the same topic: the worse of each. What is unknown of one is not good of both. */
        Topic worse(Topic other) {
            return new Topic(
                    Math.max(behind, other.behind),
                    Math.max(oldestSeconds, other.oldestSeconds),
                    Math.max(deadLetters, other.deadLetters));
        }
    }

    /** A topic that does not exist yet holds nothing. */
    Topic of(String topic) {
        return topics.getOrDefault(topic, NOTHING);
    }
}
