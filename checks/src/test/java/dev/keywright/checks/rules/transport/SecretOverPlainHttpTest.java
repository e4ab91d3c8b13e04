package dev.keywright.checks.rules.transport;

import dev.keywright.checks.testing.RuleTester;
import org.junit.jupiter.api.Test;

class SecretOverPlainHttpTest {

    private static final String IMPORTS = """
            import java.net.*;
            import java.net.http.*;
            import org.springframework.http.*;
            import org.springframework.web.client.RestTemplate;
            """;

    private final RuleTester tester = RuleTester.of(SecretOverPlainHttp.class);

    @Test
    void requestsThatAreSafeOrCarryNothingAreSilent() {
        tester.checkMembers(IMPORTS, """
                Object tls(String accessToken) {
                    return HttpRequest.newBuilder(URI.create("https://partner.example.com/x"))
                            .header("Authorization", "Bearer " + accessToken).build();
                }
                Object loopback(String accessToken) {
                    return HttpRequest.newBuilder(URI.create("http://localhost:8080/x"))
                            .header("Authorization", "Bearer " + accessToken).build();
                }
                Object cluster(String accessToken) {
                    return HttpRequest.newBuilder(URI.create("http://orders:8080/x"))
                            .header("Authorization", "Bearer " + accessToken).build();
                }
                Object bare(String city) {
                    return HttpRequest.newBuilder(URI.create("http://weather.example.com/x"))
                            .header("X-City", city).build();
                }
                String namespace(String accessToken) {
                    return "http://www.w3.org/2001/XMLSchema" + accessToken.length();
                }
                """);
    }

    @Test
    void whatStandsInAnAuthorizationHeaderIsACredentialByWhateverName() {
        tester.checkMembers(IMPORTS, """
                Object nothing() {
                    return HttpRequest.newBuilder(URI.create("http://partner.example.com/x"))
                            .header("Authorization", "").build();
                }
                Object other(String value) {
                    return HttpRequest.newBuilder(URI.create("http://partner.example.com/x"))
                            .header("X-Authorized-By", value).build();
                }
                Object constant(RestTemplate rest, String value) {
                    HttpHeaders headers = new HttpHeaders();
                    headers.add(HttpHeaders.ACCEPT, value);
                    return rest.exchange(
                            "http://partner.example.com/x", HttpMethod.GET, new HttpEntity<>(headers), String.class);
                }
                Object bearer(String token) {
                    return HttpRequest.newBuilder(URI.create("http://partner.example.com/x")) // BUG: SecretOverPlainHttp
                            .header("Authorization", "Bearer " + token).build();
                }
                Object known(RestTemplate rest, String value) {
                    HttpHeaders headers = new HttpHeaders();
                    headers.add(HttpHeaders.AUTHORIZATION, value);
                    return rest.exchange(
                            "http://partner.example.com/x", // BUG: SecretOverPlainHttp
                            HttpMethod.GET, new HttpEntity<>(headers), String.class);
                }
                Object basic(RestTemplate rest, String one, String other) {
                    HttpHeaders headers = new HttpHeaders();
                    headers.setBasicAuth(one, other);
                    return rest.exchange(
                            "http://partner.example.com/x", // BUG: SecretOverPlainHttp
                            HttpMethod.GET, new HttpEntity<>(headers), String.class);
                }
                """);
    }

    @Test
    void credentialsToPlainAddressesAreFlagged() {
        tester.checkMembers(IMPORTS, """
                Object chain(String accessToken) {
                    return HttpRequest.newBuilder(URI.create("http://partner.example.com/x")) // BUG: SecretOverPlainHttp
                            .header("Authorization", "Bearer " + accessToken).build();
                }
                void connection(String apiKey) throws Exception {
                    URL url = new URL("http://partner.example.com/x"); // BUG: SecretOverPlainHttp
                    URLConnection connection = url.openConnection();
                    connection.setRequestProperty("X-API-Key", apiKey);
                }
                Object template(RestTemplate rest, String accessToken) {
                    HttpHeaders headers = new HttpHeaders();
                    headers.set("Authorization", "Bearer " + accessToken);
                    return rest.exchange(
                            "http://partner.example.com/x", // BUG: SecretOverPlainHttp
                            HttpMethod.GET, new HttpEntity<>(headers), String.class);
                }
                """);
    }

    @Test
    void declaredClientsAndFormsAreFlagged() {
        tester.check("package sample;\n" + """
                import org.springframework.cloud.openfeign.FeignClient;
                import org.springframework.web.bind.annotation.*;
                @FeignClient(name = "weather", url = "http://api.weather.com") // BUG: SecretOverPlainHttp
                interface Weather {
                    @GetMapping("/v1") String forecast(@RequestHeader("X-Api-Key") String apiKey);
                }
                @FeignClient(name = "open", url = "http://api.weather.com")
                interface Open {
                    @GetMapping("/v1") String forecast(@RequestHeader("Accept-Language") String language);
                }
                """);
        tester.checkMembers("import okhttp3.*;\n", """
                Object login(String user, String password) {
                    FormBody body = new FormBody.Builder().add("user", user).add("password", password).build();
                    return new Request.Builder().url("http://partner.example.com/login").post(body).build(); // BUG: SecretOverPlainHttp
                }
                """);
    }

    /** An address that another method joins with the credential is not seen. */
    @Test
    void knownLimits() {
        tester.checkMembers(IMPORTS, """
                String base() {
                    return "http://partner.example.com/x";
                }
                Object apart(String accessToken) {
                    return HttpRequest.newBuilder(URI.create(base())).header("Authorization", accessToken).build();
                }
                """);
    }

    @Test
    void silentOnWhatAParserIsAskedFor() {
        tester.check("""
                package sample;
                import java.net.http.HttpRequest;
                import java.net.URI;
                class Import {
                    void read(Client client, Parser parser, String bearer) throws Exception {
                        String answer = client.get(HttpRequest.newBuilder(URI.create(client.address()))
                                .header("Authorization", "Bearer " + bearer));
                        parser.setFeature("http://parsers.example.org/xml/features/no-doctype", true);
                        parser.build(answer);
                    }
                    HttpRequest plain(String bearer) {
                        return HttpRequest.newBuilder(URI.create("http://shop.example.org/xml/orders")) // BUG: SecretOverPlainHttp
                                .header("Authorization", "Bearer " + bearer)
                                .build();
                    }
                }
                """);
    }
}
