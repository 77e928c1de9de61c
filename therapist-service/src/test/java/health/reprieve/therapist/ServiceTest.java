package health.reprieve.therapist;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole service on a real PostgreSQL and a real Kafka, at {@link TestHouse#NOW}. All such tests share one
 * running service, so each brings therapists of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {TherapistService.class, TestHouse.class},
        properties = "spring.config.name=therapist")
@ContextConfiguration(initializers = TestHouse.class)
public @interface ServiceTest {}
