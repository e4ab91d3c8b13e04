package shop.payments;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

@Component
class PaymentClient {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentClient.class);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String apiKey;

    PaymentClient(@Value("${payments.api-key}") String apiKey) {
        this.apiKey = apiKey;
    }

    String state(String payment) throws IOException, InterruptedException {
        URI uri = URI.create("https://pay.example/payments/" + payment + "?api_key=" + apiKey); // DEFECT: SecretInUrl
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 401) {
            LOG.warn("The payment provider refuses our key {}", apiKey); // DEFECT: SecretLogged
        }
        return answer.body();
    }
}
