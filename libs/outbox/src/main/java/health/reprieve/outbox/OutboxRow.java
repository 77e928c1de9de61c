package health.reprieve.outbox;

/**
 * News as it lies in the table, with its place in the order of writing.
 *
 * @param repeats how often it had been asked to be sent once more when it was read
 */
record OutboxRow(long position, int repeats, News news) {

    /** What must leave in order: the news of one aggregate on one topic. */
    String lane() {
        return news.topic() + '/' + news.key();
    }
}
