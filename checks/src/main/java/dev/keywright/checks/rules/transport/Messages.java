package dev.keywright.checks.rules.transport;

/** What the rules of this family say. */
final class Messages {

    private Messages() {}

    static String tls(String what) {
        return what + ", so that whoever sits on the way can read and change every credential sent; keep the platform's"
                + " verification, and add a private authority to a trust store of its own";
    }

    /** As {@link #tls}, of code that only a switch leads to. */
    static String tlsSwitch(String what) {
        return what
                + " where a switch asks for it, so that whoever sits on the way can read and change every credential"
                + " sent; leave the switch out, and add a private authority to a trust store of its own";
    }

    static final String UNNAMED_PEER =
            "Nobody compares the certificate of this connection with the host's name, so that whoever has any valid"
                    + " certificate can sit on the way; call setEndpointIdentificationAlgorithm(\"HTTPS\") on its"
                    + " SSLParameters";

    static final String UNNAMED_MAIL_HOST =
            "Nobody compares the mail server's certificate with its name, so that whoever has any valid certificate can sit"
                    + " on the way; set mail.<protocol>.ssl.checkserveridentity to true";

    static final String UNNAMED_BROKER =
            "Nobody compares the broker's certificate with its name, so that whoever has any valid certificate can sit on"
                    + " the way; call enableHostnameVerification";

    static String wireLogging(String what) {
        return what
                + " writes headers or bodies to the log, and every credential in them; log the request line only, or"
                + " redact the credential's header";
    }

    static final String AUTHORIZATION = "The Authorization header";

    static final String TOKEN = "A token";

    static final String CREDENTIAL_HEADER = "A header that is named after a credential";

    static String plainHttp(String secret) {
        return secret + " is sent to this address without TLS, where everybody on the way reads it; use https";
    }
}
