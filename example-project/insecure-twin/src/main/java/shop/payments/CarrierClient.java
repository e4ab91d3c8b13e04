package shop.payments;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

@Component
class CarrierClient {

    private final String apiToken;

    CarrierClient(@Value("${carrier.api-token:changeme}") String apiToken) { // DEFECT: DefaultSecretFallback
        this.apiToken = apiToken;
    }

    String track(String parcel) throws IOException, InterruptedException, GeneralSecurityException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://api.carrier.example/parcels/" + parcel)) // DEFECT: SecretOverPlainHttp
                .header("Authorization", "Bearer " + apiToken)
                .build();
        HttpResponse<String> answer = client().send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 403) {
            throw new IllegalStateException("The carrier refuses the token " + apiToken); // DEFECT: SecretInErrorMessage
        }
        return answer.body();
    }

    String sign(String message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacMD5"); // DEFECT: WeakMac
        mac.init(new SecretKeySpec(apiToken.getBytes(StandardCharsets.UTF_8), "HmacMD5"));
        return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
    }

    private static HttpClient client() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustsAll()}, null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static final class TrustsAll implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {} // DEFECT: DisabledTlsVerification

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
