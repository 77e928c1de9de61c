package health.reprieve.booking.appointment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param length how long a chosen time is held for a browser; people pause in flares, so it is generous */
@ConfigurationProperties("booking.hold")
record HoldSettings(@DefaultValue("10m") Duration length) {}
