package health.reprieve.frontdoor.start;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the first page tells of the house.
 *
 * @param clinics where people are treated
 */
@ConfigurationProperties("front-door.start")
record StartSettings(List<Clinic> clinics) {

    /**
     * One clinic, as the first page shows it.
     *
     * @param phone as it is read aloud and dialled, with its country code
     */
    record Clinic(String name, String address, String phone) {

        /** The number without anything a phone could stumble over. */
        public String dial() {
            return "tel:" + phone.replaceAll("[^+0-9]", "");
        }
    }
}
