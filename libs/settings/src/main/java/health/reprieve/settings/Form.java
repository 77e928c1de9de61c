package health.reprieve.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** How a plain setting is written. */
enum Form {
    /** Minus one is Boot's word for none, which its tests use. */
    PORT(text -> text.equals("-1") || isPort(text), "it must be a port, from 0 to 65535"),
    ADDRESS(Form::isKnownHost, "it must be an address of this machine, such as 127.0.0.1 or 0.0.0.0"),
    R2DBC_URL(
            matches("r2dbc:(pool:)?postgresql://[^/\\s]+/\\S+"),
            "it must be an address such as r2dbc:postgresql://localhost:5432/booking"),
    JDBC_URL(matches("jdbc:postgresql:\\S+"), "it must be an address such as jdbc:postgresql://localhost:5432/booking"),
    HOSTS_AND_PORTS(
            Form::areHostsAndPorts,
            "it must be hosts with their ports, such as kafka-1:9092,kafka-2:9092, one of them at least known here"),
    SWITCH(matches("true|false"), "it must be true or false"),
    TEXT(text -> true, "the service cannot start without it");

    private static final Pattern HOST_AND_PORT = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^\\s:\\[\\]/@]+):(\\d+)");

    @SuppressWarnings("ImmutableEnumChecker") // made of constants only
    private final Predicate<String> test;

    private final String rule;

    Form(Predicate<String> test, String rule) {
        this.test = test;
        this.rule = rule;
    }

    boolean fits(String value) {
        return test.test(value);
    }

    String rule() {
        return rule;
    }

    private static Predicate<String> matches(String pattern) {
        return Pattern.compile(pattern).asMatchPredicate();
    }

    private static boolean isPort(String text) {
        return text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65_535;
    }

    /** One that is known is enough to find the others, and one that is away must not keep a service from starting. */
    private static boolean areHostsAndPorts(String text) {
        var all = Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(HOST_AND_PORT::matcher)
                .toList();
        return all.stream().allMatch(one -> one.matches() && isPort(one.group(2)))
                && all.stream().anyMatch(one -> isKnownHost(one.group(1)));
    }

    private static boolean isKnownHost(String host) {
        try {
            return !host.isBlank() && InetAddress.getByName(host).getAddress().length > 0;
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
