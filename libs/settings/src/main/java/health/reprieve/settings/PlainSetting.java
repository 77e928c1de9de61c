package health.reprieve.settings;

import static health.reprieve.settings.Form.ADDRESS;
import static health.reprieve.settings.Form.HOSTS_AND_PORTS;
import static health.reprieve.settings.Form.JDBC_URL;
import static health.reprieve.settings.Form.PORT;
import static health.reprieve.settings.Form.R2DBC_URL;
import static health.reprieve.settings.Form.SWITCH;
import static health.reprieve.settings.Form.TEXT;

/**
 * A setting that no record of ours stands for: what a house must tell Spring, and what only conditions read. The table of
 * settings has its meaning from here, its default and variable from the services' own files.
 */
public enum PlainSetting {
    SERVER_PORT("server.port", PORT, "the port on which the service listens; 0 takes any that is free"),
    SERVER_ADDRESS("server.address", ADDRESS, "the address of this machine on which it listens; without it, on all"),
    MANAGEMENT_PORT("management.server.port", PORT, "the port of health and figures, for the operator's network only"),
    MANAGEMENT_ADDRESS("management.server.address", ADDRESS, "the address of this machine for health and figures"),
    R2DBC("spring.r2dbc.url", R2DBC_URL, "the service's own database, as host, port and name"),
    DATABASE_USER("spring.r2dbc.username", TEXT, "the database's user, for migrations too"),
    DATABASE_PASSWORD("spring.r2dbc.password", TEXT, "that user's password, for migrations too") {
        @Override
        public boolean isSecret() {
            return true;
        }
    },
    JDBC("spring.flyway.url", JDBC_URL, "the same database once more, for migrations"),
    KAFKA("spring.kafka.bootstrap-servers", HOSTS_AND_PORTS, "where Kafka is: some of its hosts, separated by commas"),
    DEMO(
            "reprieve.demo",
            SWITCH,
            "makes a demo clinic with people to look at where there is none; never in production");

    private final String settingName;
    private final Form form;
    private final String meaning;

    PlainSetting(String settingName, Form form, String meaning) {
        this.settingName = settingName;
        this.form = form;
        this.meaning = meaning;
    }

    /** The setting's name. */
    public String settingName() {
        return settingName;
    }

    /** What it means, in a few words. */
    public String meaning() {
        return meaning;
    }

    /** Whether nobody may read its value. */
    public boolean isSecret() {
        return false;
    }

    void check(String value) {
        if (value.isBlank()) {
            throw WrongSetting.missing(settingName, form.rule());
        }
        Setting.require(form.fits(value), settingName, value, form.rule());
    }
}
