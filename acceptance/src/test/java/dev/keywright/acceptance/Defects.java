package dev.keywright.acceptance;

import java.util.List;
import java.util.stream.Stream;

/** One defect for each of the rules that the first promise rests on. */
final class Defects {

    private Defects() {}

    /** For whoever has the JDK's own HTTP server and its adapter. */
    static List<Defect> withJdkServer() {
        return Stream.concat(anywhere().stream(), Stream.of(handler())).toList();
    }

    /** For whoever has Spring and its adapter. */
    static List<Defect> withSpring() {
        return Stream.concat(anywhere().stream(), Stream.of(controller())).toList();
    }

    private static List<Defect> anywhere() {
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
                        """));
    }

    private static Defect handler() {
        return Defect.of("MissingRateLimit", "Orders", """
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
                """);
    }

    private static Defect controller() {
        return Defect.of("MissingRateLimit", "Orders", """
                package shop;

                import dev.keywright.annotations.ApiKeyProtected;
                import org.springframework.web.bind.annotation.GetMapping;
                import org.springframework.web.bind.annotation.RestController;

                @RestController
                class Orders {

                    @GetMapping("/orders")
                    @ApiKeyProtected(scopes = "orders:read")
                    String §list() {
                        return "[]";
                    }
                }
                """);
    }
}
