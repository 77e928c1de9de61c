package health.reprieve.local;

/** What a person reads when everything is up. */
final class Welcome {

    private Welcome() {}

    static String to(Settings settings) {
        return """

                Reprieve is up:  %s
                Mailbox:         %s   every mail, with the codes to sign in

                %s
                Ctrl-C stops everything; data stays in %s until ./run --reset.
                """.formatted(
                settings.address(), settings.mailbox(), settings.demo() ? whoCanSignIn() : "", settings.directory());
    }

    private static String whoCanSignIn() {
        return """
                Sign in as (the code is in the mailbox):
                  manager      manager@demo.reprieve.example
                  front desk   desk@demo.reprieve.example
                  operator     operator@demo.reprieve.example
                  therapist    dana.ortiz@demo.reprieve.example (Hudson), mei.lin@demo.reprieve.example (Austin)
                  patient      any other address, with the first code
                """;
    }
}
