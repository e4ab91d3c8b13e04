package tenth;

/** Clients that are made for an address, and with a key. */
final class Shorteners {

    Object plain(String user, String apiKey) {
        return new Client(user, apiKey, "http://api.short.example.com/v3/"); // BUG: SecretOverPlainHttp
    }

    Object secure(String user, String apiKey) {
        return new Client(user, apiKey, "https://api.short.example.com/v3/");
    }

    Object described(String user, String apiKey) {
        return new Client(user, apiKey, "http://short.example.com/terms");
    }

    Object open(String user) {
        return new Client(user, "", "http://api.short.example.com/v3/");
    }

    Object near(String user, String apiKey) {
        return new Client(user, apiKey, "http://localhost:8080/api/");
    }
}
