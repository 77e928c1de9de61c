package health.reprieve.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one service may ask of its database.
 *
 * @param worksAtOnce works under way or waiting for a connection together; the next one is refused with "busy", so that
 *     a flood ends in honest refusals instead of a queue without end
 * @param longestWork how long a caller waits for one work; the work itself is ended by the statement's own limit
 */
@ConfigurationProperties("reprieve.database")
record DatabaseLimits(
        @DefaultValue("512") int worksAtOnce,
        @DefaultValue("10s") Duration longestWork) {}
