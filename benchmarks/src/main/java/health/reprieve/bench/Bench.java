package health.reprieve.bench;

/** The command behind {@code ./bench NAME}, for what is measured inside this JVM. */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var name = arguments.length == 0 ? "" : arguments[0];
        switch (name) {
            case "mail" -> MailBench.run();
            default -> {
                System.err.println("Unknown benchmark: '%s'. There is: mail.".formatted(name));
                System.exit(2);
            }
        }
        System.exit(0);
    }
}
