package health.reprieve.contract.topic;

/** A topic that is listened to, and the name under which the broker notes how far. */
record Heard(String topic, String group) {}
