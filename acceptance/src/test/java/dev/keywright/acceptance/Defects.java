package dev.keywright.acceptance;

import java.util.List;

/** One defect for each of the rules that the first promise rests on. */
final class Defects {

    private Defects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of("TimingUnsafeComparison", "Webhook", """
                        package shop;

                        import java.nio.charset.StandardCharsets;
                        import java.util.HexFormat;
                        import javax.crypto.Mac;
                        import javax.crypto.spec.SecretKeySpec;

                        final class Webhook {

                            private final byte[] key;

                            Webhook(byte[] key) {
                                this.key = key;
                            }

                            boolean genuine(String body, String signature) throws Exception {
                                Mac mac = Mac.getInstance("HmacSHA256");
                                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                                byte[] raw = mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
                                String expected = HexFormat.of().formatHex(raw);
                                return expected§.equals(signature);
                            }
                        }
                        """),
                Defect.of("SecretLogged", "Vault", """
                        package shop;

                        import java.util.logging.Logger;

                        final class Vault {

                            private static final Logger LOG = Logger.getLogger("vault");

                            void open(String apiKey) {
                                LOG.info(§"opened with " + apiKey);
                            }
                        }
                        """),
                Defect.of("SecretInUrl", "Partner", """
                        package shop;

                        import java.net.URI;

                        final class Partner {

                            URI address(String apiKey, String city) {
                                return URI.create(§"https://partner.example/weather?city=" + city + "&key=" + apiKey);
                            }
                        }
                        """),
                Defect.of("MissingRateLimit", "Orders", """
                        package shop;

                        import com.sun.net.httpserver.HttpExchange;
                        import com.sun.net.httpserver.HttpHandler;
                        import dev.keywright.annotations.ApiKeyProtected;
                        import java.io.IOException;

                        final class Orders implements HttpHandler {

                            @Override
                            @ApiKeyProtected(scopes = "orders:read")
                            public void §handle(HttpExchange exchange) throws IOException {
                                exchange.sendResponseHeaders(204, -1);
                            }
                        }
                        """));
    }
}
