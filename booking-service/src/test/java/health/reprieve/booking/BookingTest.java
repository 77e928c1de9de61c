package health.reprieve.booking;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** A test against the whole booking-service, on real PostgreSQL and Kafka. All of them share one context. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=booking",
            "spring.main.banner-mode=off",
            "spring.r2dbc.pool.max-size=24",
            "booking.loss.watched=false",
            "booking.waiting-list.watched=false"
        })
@ContextConfiguration(initializers = BookingBacking.class)
@Import({
    TestClockConfiguration.class,
    Scene.class,
    WaitScene.class,
    MatrixScene.class,
    MatrixBodies.class,
    Caller.class,
    Figures.class
})
public @interface BookingTest {}
