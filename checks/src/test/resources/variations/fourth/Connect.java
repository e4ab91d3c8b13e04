package io.lakehouse.connect;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.Tags;
import io.netty.handler.codec.http.*;
import io.opentelemetry.api.trace.Span;
import io.trino.spi.connector.ConnectorSession;
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.util.*;
import java.util.stream.*;
import org.apache.hadoop.conf.Configuration;
import org.apache.http.client.methods.*;
import org.apache.http.entity.StringEntity;
import org.apache.logging.log4j.*;
import org.apache.pulsar.client.api.*;
import org.apache.spark.SparkConf;

public class Connect {
    private static final Logger LOGGER = LogManager.getFormatterLogger(Connect.class);
    private final ConnectorConfig config;

    Connect(ConnectorConfig config) {
        this.config = config;
        LOGGER.info("starting with %s", config); // BUG: SecretLogged
        LOGGER.info("starting with %s", config.url()); // OK: SecretLogged
    }

    void hadoop(Configuration conf) {
        conf.set("fs.s3a.secret.key", config.secret());
        LOGGER.info("s3a secret key is %s", conf.get("fs.s3a.secret.key")); // BUG: SecretLogged
        LOGGER.info("s3a endpoint is %s", conf.get("fs.s3a.endpoint")); // OK: SecretLogged
    }

    void process() throws IOException {
        List<String> command = new ArrayList<>(List.of("mysql", "-u", "root"));
        command.add("-p" + config.secret());
        LOGGER.debug("exec " + String.join(" ", command)); // BUG: SecretLogged
        new ProcessBuilder(command).start();
    }

    void jdbc() throws Exception {
        String url = config.url() + "?user=etl&password=" + config.secret(); // BUG: SecretInUrl
        try {
            java.sql.DriverManager.getConnection(url);
        } catch (java.sql.SQLException e) {
            throw new IOException("cannot open " + url, e); // BUG: SecretInErrorMessage
        }
    }

    void pulsar() throws Exception {
        Authentication a = AuthenticationFactory.token("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJldGwifQ.ipevRNuRP6HflG8cFKnmUPtypruRC4fb1DWtoLL62SY"); // BUG: HardcodedSecret
        Authentication b = AuthenticationFactory.token(() -> System.getenv("PULSAR_TOKEN")); // OK: HardcodedSecret
        PulsarClient.builder().authentication(a).authentication(b).build();
    }

    void spark(SparkConf conf) {
        conf.set("spark.hadoop.fs.azure.account.key", "kE9vXz1Pq7LmW3sT5uYb8NcR2dFgHjK4aVoQeI6tZxU=="); // BUG: HardcodedSecret
        conf.set("spark.app.name", "lake-load-2024"); // OK: HardcodedSecret
    }

    void span(String apiToken) {
        Span.current().setAttribute("peer.service", "lake"); // OK: SecretLogged
        System.setProperty("lake.url", config.url()); // OK: SecretLogged
        LOGGER.printf(Level.INFO, "token %s", apiToken); // BUG: SecretLogged
    }

    HttpRequest netty(String accessToken) {
        QueryStringEncoder q = new QueryStringEncoder("/v1/files");
        q.addParam("access_token", accessToken); // BUG: SecretInUrl
        return new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, q.toString());
    }

    HttpPost post(String clientSecret) throws Exception {
        ObjectNode body = new ObjectMapper().createObjectNode();
        body.put("client_secret", clientSecret);
        LOGGER.trace("sending %s", body); // BUG: SecretLogged
        HttpPost p = new HttpPost("https://api.lake.example/token");
        p.setEntity(new StringEntity(body.toString())); // OK: SecretInUrl
        return p;
    }

    void netrc(Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            LOGGER.debug("line %s", line); // OK: SecretLogged
        }
    }

    static String redact(String s) {
        return s == null ? null : s.charAt(0) + "****";
    }

    void masked() {
        LOGGER.info("secret %s", redact(config.secret())); // OK: SecretLogged
    }
}

record ConnectorConfig(@JsonProperty("url") String url, @JsonProperty("secret") String secret) {} // BUG: SecretInToString

class Status {
    private ConnectorConfig config;
    private ObjectMapper mapper;

    void handle(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("url", config.url());
        out.put("secret", config.secret());
        byte[] bytes = mapper.writeValueAsBytes(out);
        exchange.sendResponseHeaders(200, bytes.length);
        try (OutputStream os = exchange.getResponseBody()) {
            os.write(bytes); // BUG: SecretInResponse
        }
    }

    void servlet(jakarta.servlet.http.HttpServletResponse response) throws IOException {
        response.getWriter().append("{\"url\":\"").append(config.url()).append("\"}"); // OK: SecretInResponse
        response.addHeader("X-Lake-Secret", config.secret()); // BUG: SecretInResponse
    }
}
