package health.reprieve.backing;

/** A JVM that asks for both servers and ends. */
final class UsesBackingAndEnds {

    private UsesBackingAndEnds() {}

    public static void main(String[] arguments) {
        System.out.println("postgres " + Backing.database().jdbcUrl());
        System.out.println("kafka " + Backing.kafka());
        System.exit(0);
    }
}
