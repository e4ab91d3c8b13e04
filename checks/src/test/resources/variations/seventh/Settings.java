package net.acme.seventh;

/** Settings that are defined with what they are when nobody sets them. */
final class Settings {

    static final ConfigOption<String> MODE = new ConfigOption<>("auth.mode", "How to authenticate.", "f7Kq0PzL4mX9");

    static final ConfigOption<String> SECRET_PATH =
            new ConfigOption<>("auth.token_secret_path", "Where it lies.", "conf/secret-2.key");

    static final ConfigOption<String> REQUIRED = new ConfigOption<>("auth.token_secret", "Signs tokens.", null);

    static final ConfigOption<String> DRAWN = new ConfigOption<>("auth.token_secret", "Signs tokens.", Keys.draw(32));

    static final ConfigOption<String> TOKEN_SECRET = new ConfigOption<>(
            "auth.token_secret", "Signs tokens.", "FzQ7xJtbWLe0Dc6tGci912pkH1cyf3Qd"); // BUG: DefaultSecretFallback

    static final Setting<String> LENGTH =
            Settings.key("password.length").stringType().defaultValue("m12x34y56");

    static final Setting<String> PASSWORD =
            Settings.key("db.password").stringType().defaultValue("tRuN0-4-pass"); // BUG: DefaultSecretFallback

    /** Where else to look, and no value. */
    static final String ELSEWHERE = Environment.current().getString("ACME_AUTH_SECRET", "acme.auth.default.secret");

    static Setting<String> key(String name) {
        return new Setting<>(name);
    }
}
