package health.reprieve.notification.news;

import health.reprieve.outbox.CloudEvent;

/** Handles one type of what others ask this service to say. All types share one topic, so one listener hands them out. */
public interface RequestReader {

    /** The whole CloudEvents type. */
    String type();

    /**
     * Handles an event of that type, and waits until it is done.
     *
     * @throws health.reprieve.outbox.MalformedEvent if it is not what it should be
     */
    void hear(CloudEvent event);
}
