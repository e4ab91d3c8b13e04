package dev.keywright.checks.rules.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.testing.RuleTester;
import org.junit.jupiter.api.Test;

class SecretInUrlTest {

    private final RuleTester tester = RuleTester.of(SecretInUrl.class);

    @Test
    void silentOnParametersInASentenceBehindAnAddressAndOnWhatAPictureShows() {
        tester.check("""
                package sample;
                class Registry {
                    private String realm;
                    private String parameters(String refreshToken) { return "service=x&refresh_token=" + refreshToken; }
                    private String address() { return realm + "?service=x"; }
                    void fail(String refreshToken) {
                        throw new IllegalStateException("no answer from " + address() + "; sent: " + parameters(refreshToken));
                    }
                    String picture(String secretKey) { return "otpauth://totp/me?secret=" + secretKey; }
                    String asked(String refreshToken) {
                        return realm + "?service=x&refresh_token=" + refreshToken; // BUG: SecretInUrl
                    }
                }
                """);
    }

    @Test
    void silentOnATextThatIsToBeSigned() {
        tester.check("""
                package sample;
                class Requests {
                    String composeStringToSign(String path, String securityToken) {
                        return path + "?security-token=" + securityToken;
                    }
                    String buildCanonicalString(String path, String securityToken) {
                        return path + "?security-token=" + securityToken;
                    }
                    String redirectToSite(String path, String securityToken) {
                        return path + "?security-token=" + securityToken; // BUG: SecretInUrl
                    }
                }
                """);
    }

    @Test
    void silentOnTheIdOfAPairThatAnotherFileNames() {
        tester.check("""
                package sample;
                class Signers {
                    static Signers of(String accessKey, String secretKey) { return new Signers(); }
                }
                """, """
                package sample;
                class Zones {
                    String accessKey;
                    String privateAccessKey;
                    java.net.URI query() { return java.net.URI.create("https://example.com/v1/query?ak=" + accessKey); }
                    java.net.URI other() {
                        return java.net.URI.create("https://example.com/v1/query?ak=" + privateAccessKey); // BUG: SecretInUrl
                    }
                }
                """);
    }

    @Test
    void flagsAnAccessKeyThatIsNoHalfOfAPair() {
        tester.check("""
                package sample;
                class Zones {
                    String accessKey;
                    java.net.URI query() { return java.net.URI.create("https://example.com/v1/query?ak=" + accessKey); } // BUG: SecretInUrl
                }
                """);
    }

    @Test
    void aConnectionThatGrowsPieceByPieceIsToldOnce() {
        tester.check("""
                package sample;
                class Mongo {
                    String connection(String user, String password, String host, int port) {
                        StringBuilder builder = new StringBuilder("mongodb://");
                        builder.append(user);
                        builder.append(":");
                        builder.append(password); // BUG: SecretInUrl
                        builder.append("@");
                        builder.append(host);
                        builder.append(":");
                        builder.append(port);
                        return builder.toString();
                    }
                }
                """);
    }

    @Test
    void silentOnHeadersBodiesAndOtherParameters() {
        tester.check("""
                package sample;
                class UrlClient {
                    private String apiKey; private String base;
                    void a() {
                        String body = "grant_type=password&password=" + apiKey;
                        String sql = "select * from t where k = ? and v=" + apiKey;
                        String ok = "https://x/y?user=" + base;
                        String header = "Bearer " + apiKey;
                    }
                }
                """);
    }

    @Test
    void flagsQueriesPathsAndBuilders() {
        tester.check("""
                package sample;
                import java.net.*;
                import org.springframework.web.util.UriComponentsBuilder;
                class UrlClient {
                    private String apiKey; private String base;
                    void a() throws Exception {
                        URI.create("https://api.example.com/v1?key=" + apiKey); // BUG: SecretInUrl
                        String u = base + "?q=1&api_key=" + URLEncoder.encode(apiKey, "UTF-8"); // BUG: SecretInUrl
                        String f = String.format("https://x.com/a?token=%s", apiKey); // BUG: SecretInUrl
                        StringBuilder sb = new StringBuilder("https://x/y");
                        sb.append("?access_token=").append(apiKey); // BUG: SecretInUrl
                        UriComponentsBuilder.fromUriString(base).queryParam("key", apiKey); // BUG: SecretInUrl
                    }
                }
                """);
    }

    @Test
    void knownLimits() {
        tester.check("""
                package sample;
                class Limits {
                    private String apiKey;
                    // The parameter's name and the URL are put together elsewhere, by something that nobody knows.
                    void foreign(com.acme.Query query) {
                        query.with("key", apiKey);
                    }
                }
                """);
    }

    @Test
    void warnsOfALogoutHint() {
        assertThat(tester.check("""
                        package sample;
                        import org.springframework.web.util.UriComponentsBuilder;
                        class Logout {
                            private String idToken;
                            String to(String end) {
                                return UriComponentsBuilder.fromUriString(end).queryParam("id_token_hint", idToken).toUriString(); // BUG: SecretInUrl
                            }
                        }
                        """)).allMatch(finding -> finding.severity() == Severity.WARNING);
    }

    @Test
    void aUrlIsToldOfWhereItIsBuilt() {
        tester.check("""
                package sample;
                import org.springframework.web.client.RestTemplate;
                class Notifier {
                    private String authToken;
                    private String url;
                    private RestTemplate rest;
                    void send(Object message) {
                        rest.postForEntity(buildUrl(), message, Void.class);
                        rest.postForEntity(url + query(authToken), message, Void.class); // BUG: SecretInUrl
                    }
                    String buildUrl() {
                        return String.format("%s/room?auth_token=%s", url, authToken); // BUG: SecretInUrl
                    }
                    private static String query(String value) {
                        return "?auth_token=" + value;
                    }
                }
                """);
    }

    @Test
    void aCodeUnderAConstantsNameIsOnlyWarnedOf() {
        var findings = tester.check("""
                package sample;
                import org.springframework.web.util.UriComponentsBuilder;
                class Redirect {
                    String to(String base, String accessToken) {
                        return UriComponentsBuilder.fromUriString(base)
                                .queryParam(org.vendor.Names.CODE, accessToken) // BUG: SecretInUrl
                                .toUriString();
                    }
                }
                """);
        org.assertj.core.api.Assertions.assertThat(findings)
                .extracting(finding -> finding.severity())
                .containsOnly(dev.keywright.checks.finding.Severity.WARNING);
    }

    @Test
    void whatTheProtocolPutsIntoTheAddressIsOnlyWarnedOf() {
        var findings = tester.check("""
                package sample;
                import org.springframework.web.util.UriComponentsBuilder;
                class Request {
                    String to(String base, String accessToken) {
                        return UriComponentsBuilder.fromUriString(base)
                                .queryParam("request", accessToken) // BUG: SecretInUrl
                                .toUriString();
                    }
                }
                """);
        org.assertj.core.api.Assertions.assertThat(findings)
                .extracting(finding -> finding.severity())
                .containsOnly(dev.keywright.checks.finding.Severity.WARNING);
    }
}
