package dev.keywright.interop;

import java.util.Map;

/** Secrets that exist in these tests only. */
final class TestSecrets {

    static final Map<String, String> ALL = Map.of(
            "messages", "a-secret-of-32-bytes-for-messages",
            "canonical", "a-secret-of-32-bytes-for-canonical",
            "standard-webhooks", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "stripe", "whsec_1f0bd2a1e04c4cd6b3cc4a1e5dd52a60",
            "slack", "8f742231b10e8888abcd99yyyzzz85a5",
            "github", "a-secret-for-github",
            "shopify", "hush-hush-hush-hush-hush-hush-hush");

    private TestSecrets() {}
}
