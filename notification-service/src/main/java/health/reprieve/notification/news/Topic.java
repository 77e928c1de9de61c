package health.reprieve.notification.news;

/** The topics this service listens to. */
public enum Topic {
    APPOINTMENT_EVENTS(Topic.APPOINTMENTS),
    PATIENT_CONTACTS(Topic.CONTACTS),
    MESSAGE_REQUESTS(Topic.REQUESTS);

    public static final String APPOINTMENTS = "appointment-events";
    public static final String CONTACTS = "patient-contacts";
    public static final String REQUESTS = "message-requests";

    private final String topicName;

    Topic(String topicName) {
        this.topicName = topicName;
    }

    public String topicName() {
        return topicName;
    }
}
