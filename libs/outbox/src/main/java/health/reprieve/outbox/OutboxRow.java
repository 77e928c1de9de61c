package health.reprieve.outbox;

/** News as it lies in the table, with its place in the order of writing. */
record OutboxRow(long position, News news) {

    /** What must leave in order: the news of one aggregate on one topic. */
    String lane() {
        return news.topic() + '/' + news.key();
    }
}
