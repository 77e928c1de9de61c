package health.reprieve.frontdoor.start;

import health.reprieve.settings.Setting;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the first page tells of the house.
 *
 * @param clinics where people are treated: name, address and phone of each clinic
 */
@ConfigurationProperties("front-door.start")
record StartSettings(List<Clinic> clinics) {

    StartSettings {
        Setting.isGiven("front-door.start.clinics", clinics);
    }

    /**
     * One clinic, as the first page shows it.
     *
     * @param name as its patients know it
     * @param address street and town on one line
     * @param phone as it is read aloud and dialled, with its country code
     */
    record Clinic(String name, String address, String phone) {

        Clinic {
            Setting.isGiven("front-door.start.clinics[].name", name);
            Setting.isGiven("front-door.start.clinics[].address", address);
            Setting.isPhone("front-door.start.clinics[].phone", phone);
        }

        /** The number without anything a phone could stumble over. */
        public String dial() {
            return "tel:" + phone.replaceAll("[^+0-9]", "");
        }
    }
}
