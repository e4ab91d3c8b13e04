package bookstore;

/** One of the two files of a pair: the other one is SecretUser. */
final class SecretHolder {

    static String shared;
    private final Object inner;

    SecretHolder(Object inner) {
        this.inner = inner;
    }

    Object inner() {
        return inner;
    }

    static String badSource() {
        return "r0undTr1p#44";
    }

    static String goodSource() {
        return System.getenv("BOOKSTORE_FTP_PASSWORD");
    }
}
