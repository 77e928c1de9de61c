package health.reprieve.local.mailbox;

/** What a browser may do with a page of ours, and with a page that somebody sent. */
final class Policy {

    /** A link of a mail may open beside the page; scripts, forms and everything else stay off. */
    static final String FRAME_MAY = "allow-popups allow-popups-to-escape-sandbox";

    static final String OUR_PAGES = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
            + " frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    static final String A_MAIL = "sandbox " + FRAME_MAY
            + "; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

    private Policy() {}
}
