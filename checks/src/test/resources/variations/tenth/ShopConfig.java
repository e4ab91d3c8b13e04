package tenth;

/** Settings that begin with a key. */
final class ShopConfig {

    static final String DEFAULT_COOKIE_SECRET = "SHOP_DEFAULT_SECRET";
    static final String DEFAULT_COOKIE_NAME = "SHOP";
    static final String NO_DEFAULT_SECRET = "";

    private String cookieName = DEFAULT_COOKIE_NAME;
    private String cookieSecret = DEFAULT_COOKIE_SECRET; // BUG: DefaultSecretFallback
    private String otherSecret = NO_DEFAULT_SECRET;
    private String thirdSecret;

    String getCookieName() {
        return cookieName;
    }

    void setCookieName(String cookieName) {
        this.cookieName = cookieName;
    }

    String getCookieSecret() {
        return cookieSecret;
    }

    void setCookieSecret(String cookieSecret) {
        this.cookieSecret = cookieSecret;
    }

    String getOtherSecret() {
        return otherSecret;
    }

    void setOtherSecret(String otherSecret) {
        this.otherSecret = otherSecret;
    }

    String getThirdSecret() {
        return thirdSecret;
    }

    void setThirdSecret(String thirdSecret) {
        this.thirdSecret = thirdSecret;
    }
}
