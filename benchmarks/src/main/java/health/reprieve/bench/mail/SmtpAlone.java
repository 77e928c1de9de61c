package health.reprieve.bench.mail;

import health.reprieve.bench.load.OpenLoop;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;

/** A mail handed to the mail server over a kept line, and nothing else. Many threads may call it at once. */
final class SmtpAlone implements OpenLoop.Call, AutoCloseable {

    private static final String PATIENCE_MILLIS = "10000";

    /** About as long as a confirmation. */
    private static final String TEXT = "Your visit is booked. \r\n".repeat(200);

    private final Session session;
    private final Deque<Transport> idle = new ConcurrentLinkedDeque<>();

    private SmtpAlone(Session session) {
        this.session = session;
    }

    static SmtpAlone at(int port) {
        return new SmtpAlone(Session.getInstance(properties(port)));
    }

    @Override
    public int call(int number) throws MessagingException {
        var kept = idle.pollFirst();
        var line = kept == null ? connected() : kept;
        var mail = mail(number);
        line.sendMessage(mail, mail.getAllRecipients());
        idle.push(line);
        return 250;
    }

    @Override
    public void close() throws MessagingException {
        for (var line : idle) {
            line.close();
        }
    }

    private static Properties properties(int port) {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", "" + port);
        properties.setProperty("mail.smtp.localhost", "bench.example.org");
        properties.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
        return properties;
    }

    private Transport connected() throws MessagingException {
        var line = session.getTransport("smtp");
        line.connect();
        return line;
    }

    private MimeMessage mail(int number) throws MessagingException {
        var mail = new MimeMessage(session);
        mail.setFrom(new InternetAddress("bench@example.org"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress("alone-%d@example.org".formatted(number)));
        mail.setSubject("Your visit");
        mail.setText(TEXT, "UTF-8");
        mail.saveChanges();
        return mail;
    }
}
