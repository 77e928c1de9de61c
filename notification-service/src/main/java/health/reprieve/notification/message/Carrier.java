package health.reprieve.notification.message;

/** Takes a mail to the mail server. */
public interface Carrier {

    /** Blocks until the server has answered or a time limit has passed; never throws for what the network does. */
    Outcome carry(Mail mail);

    /** Gives back what has been kept open for the next mail and was not needed for a while. */
    void tidy();
}
