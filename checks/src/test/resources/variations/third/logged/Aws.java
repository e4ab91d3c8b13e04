package com.acme.cloud;

import android.util.Log;
import com.amazonaws.auth.AWSCredentials;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import io.grpc.ForwardingClientCall;
import io.grpc.Metadata;
import io.jsonwebtoken.Jwts;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import org.apache.hadoop.security.token.Token;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import timber.log.Timber;

public class Aws {
    private static final Logger LOG = LoggerFactory.getLogger(Aws.class);

    void v1(AWSCredentials c) {
        LOG.info("using {}", c.getAWSAccessKeyId()); // OK: SecretLogged
        LOG.info("using {}", c.getAWSSecretKey()); // BUG: SecretLogged
    }

    void v2(AwsCredentials c, AwsSessionCredentials s) {
        LOG.info("using {}", c.accessKeyId()); // OK: SecretLogged
        LOG.debug("using {} and {}", c.accessKeyId(), c.secretAccessKey()); // BUG: SecretLogged
        LOG.debug("session {}", s.sessionToken()); // BUG: SecretLogged
    }

    void google(GoogleCredentials credentials) throws Exception {
        AccessToken at = credentials.refreshAccessToken();
        LOG.info("refreshed, good until {}", at.getExpirationTime()); // OK: SecretLogged
        Log.d("gcp", at.getTokenValue()); // BUG: SecretLogged
        Timber.d("value %s", at.getTokenValue()); // BUG: SecretLogged
    }

    void keys() throws Exception {
        KeyGenerator generator = KeyGenerator.getInstance("AES");
        SecretKey k = generator.generateKey();
        LOG.info("new key: {}", Base64.getEncoder().encodeToString(k.getEncoded())); // BUG: SecretLogged
        KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        LOG.info("public half: {}", Base64.getEncoder().encodeToString(pair.getPublic().getEncoded())); // OK: SecretLogged
        LOG.info("private half: {}", Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())); // BUG: SecretLogged
    }

    String issue(String subject, SecretKey key) {
        String compact = Jwts.builder().subject(subject).signWith(key).compact();
        LOG.info("issued {} to {}", compact, subject); // BUG: SecretLogged
        return compact;
    }

    void metadata(Metadata headers) {
        LOG.debug("headers {}", headers); // BUG: SecretLogged
        String v = headers.get(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER));
        LOG.debug("bearer {}", v); // BUG: SecretLogged
    }

    void hadoop(Token<?> token) {
        LOG.info("token kind {} for {}", token.getKind(), token.getService()); // OK: SecretLogged
    }

    void env() {
        Map<String, String> all = new HashMap<>(System.getenv());
        LOG.info("DB password: {}", all.get("DB_PASSWORD")); // BUG: SecretLogged
        LOG.info("home: {}", all.get("HOME")); // OK: SecretLogged
    }
}
