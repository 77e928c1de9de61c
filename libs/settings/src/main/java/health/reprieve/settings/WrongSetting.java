package health.reprieve.settings;

/**
 * A setting has a value with which a service must not start. The message tells which, and what is allowed; where to put it
 * right is added by {@link Complaint}, which knows where the value came from.
 */
public final class WrongSetting extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String setting;
    private final boolean missing;

    private WrongSetting(String setting, boolean missing, String is, String rule) {
        super("%s %s, but %s".formatted(setting, is, rule));
        this.setting = setting;
        this.missing = missing;
    }

    /** @param rule what it must be, as the end of a sentence: {@code it must divide an hour} */
    public static WrongSetting of(String setting, Object value, String rule) {
        return new WrongSetting(setting, false, "is " + Shown.of(value), rule);
    }

    /**
     * For a value that nobody may read, or that is too long to be read.
     *
     * @param rule what it must be, as the end of a sentence
     */
    public static WrongSetting ofHidden(String setting, String rule) {
        return new WrongSetting(setting, false, "has a value that cannot be used", rule);
    }

    /** @param rule what it must be, as the end of a sentence */
    public static WrongSetting missing(String setting, String rule) {
        return new WrongSetting(setting, true, "is not given", rule);
    }

    String setting() {
        return setting;
    }

    boolean isMissing() {
        return missing;
    }
}
