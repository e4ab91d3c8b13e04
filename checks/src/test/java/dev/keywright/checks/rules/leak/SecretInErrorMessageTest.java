package dev.keywright.checks.rules.leak;

import dev.keywright.checks.testing.RuleTester;
import org.junit.jupiter.api.Test;

class SecretInErrorMessageTest {

    private final RuleTester tester = RuleTester.of(SecretInErrorMessage.class);

    @Test
    void silentOnAFieldThatHoldsWhatAnotherMethodWasHanded() {
        tester.check("""
                package sample;
                class Box {
                    private final String path;
                    Box(String path) { this.path = path; }
                    void open() throws Broken { if (path.isEmpty()) { throw new Broken(toString() + ": empty"); } }
                    @Override public String toString() { return path.toString(); }
                }
                class Broken extends Exception { Broken(String message) { super(message); } }
                class Keys {
                    private final Box box;
                    private Keys(String path) { this.box = new Box(path); }
                    static Keys at(String path) { return new Keys(path); }
                    void find(String id) throws Broken { box.open(); }
                    void name(String id) { throw new IllegalArgumentException("no such key: " + id); }
                }
                class Command {
                    void run(Keys keys, java.io.Console console) throws Broken {
                        String typed = new String(console.readPassword());
                        keys.find(typed);
                        keys.name(typed); // BUG: SecretInErrorMessage
                    }
                }
                """);
    }

    @Test
    void silentOnTheAlgorithmThatAStoredHashNames() {
        tester.check("""
                package sample;
                class Hashes {
                    void read(String encodedPassword) {
                        String[] parts = encodedPassword.split("\\\\$");
                        if (!parts[1].startsWith("argon2")) {
                            throw new IllegalArgumentException("no such algorithm: " + parts[1]);
                        }
                        if (parts.length != 6) {
                            throw new IllegalArgumentException("no hash: " + encodedPassword); // BUG: SecretInErrorMessage
                        }
                        throw new IllegalArgumentException("wrong: " + parts[5]); // BUG: SecretInErrorMessage
                    }
                    void report(String progressToken) {
                        throw new IllegalArgumentException("nothing is known of " + progressToken);
                    }
                }
                """);
    }

    @Test
    void silentOnWhatATokenClaims() {
        tester.check("""
                package sample;
                import java.nio.charset.StandardCharsets;
                import java.util.Base64;
                class AccessTokens {
                    void read(String accessToken) {
                        String[] parts = accessToken.split("\\\\.");
                        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
                        if (!claims.startsWith("{")) {
                            throw new IllegalArgumentException("no claims: "
                                    + new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
                        }
                        if (parts.length != 3) {
                            throw new IllegalArgumentException("no token: " + accessToken); // BUG: SecretInErrorMessage
                        }
                        throw new IllegalArgumentException("signature: " + parts[2]); // BUG: SecretInErrorMessage
                    }
                }
                """);
    }

    @Test
    void silentOnIdentities() {
        tester.check("""
                package sample;
                import javax.crypto.SecretKey;
                class Identities {
                    void of(Object pool, SecretKey macKey) {
                        String shortIdToken = Integer.toString(System.identityHashCode(pool), 16);
                        if (pool == null) {
                            throw new IllegalStateException("no pool " + shortIdToken);
                        }
                        if (pool instanceof String) {
                            throw new IllegalStateException("no key " + macKey);
                        }
                        String text = java.util.Base64.getEncoder().encodeToString(macKey.getEncoded());
                        throw new IllegalStateException("no key " + text); // BUG: SecretInErrorMessage
                    }
                }
                """);
    }

    @Test
    void silentOnTheLastCharactersOfASecret() {
        tester.check("""
                package sample;
                class Tokens {
                    void refuse(String accessToken) {
                        int start = Math.max(0, accessToken.length() - 7);
                        String last = accessToken.substring(start);
                        if (start > 100) {
                            throw new IllegalArgumentException("refused: ends with " + last);
                        }
                        int from = accessToken.length() > 4 ? accessToken.length() - 4 : 0;
                        if (from > 200) {
                            throw new IllegalArgumentException("refused: ends with " + accessToken.substring(from));
                        }
                        int most = Math.max(0, accessToken.length() - 20);
                        throw new IllegalArgumentException("refused: " + accessToken.substring(most)); // BUG: SecretInErrorMessage
                    }
                }
                """);
    }

    @Test
    void silentOnTheIdentityOfAnArray() {
        tester.check("""
                package sample;
                class Signer {
                    void init(byte[] secretKey, char[] password) {
                        if (secretKey.length < 16) {
                            throw new IllegalArgumentException("Invalid key: " + secretKey);
                        }
                        if (password.length < 8) {
                            throw new IllegalArgumentException("Invalid password: " + new String(password)); // BUG: SecretInErrorMessage
                        }
                        throw new IllegalArgumentException("Invalid key: " + java.util.Arrays.toString(secretKey)); // BUG: SecretInErrorMessage
                    }
                }
                """);
    }

    @Test
    void silentOnOneCharacterInAFormat() {
        tester.check("""
                package sample;
                class Texts {
                    void check(String password) {
                        for (int i = 0; i < password.length(); i++) {
                            char c = password.charAt(i);
                            if (Character.isISOControl(c)) {
                                throw new IllegalArgumentException(String.format("invalid character: [%x]", (int) c));
                            }
                            if (c > 127) {
                                throw new IllegalArgumentException(String.format("invalid character: [%s]", c));
                            }
                        }
                        throw new IllegalArgumentException(String.format("invalid text: [%s]", password)); // BUG: SecretInErrorMessage
                    }
                }
                """);
    }

    @Test
    void silentOnAnEntryThatNamesNoSecretInAMapOfUnknownKeys() {
        tester.check("""
                package sample;
                import java.util.*;
                class Answers {
                    static Map<String, String> parse(String accessToken) {
                        Map<String, String> entries = new HashMap<>();
                        for (String part : accessToken.split("&")) {
                            String[] pair = part.split("=");
                            entries.put(pair[0], pair[1]);
                        }
                        return entries;
                    }
                    void other(String accessToken, String name) {
                        Map<String, String> entries = new HashMap<>();
                        entries.put(name, accessToken);
                        throw new IllegalArgumentException(entries.get("msg"));
                    }
                    void read(String accessToken) {
                        Map<String, String> entries = parse(accessToken);
                        if (entries.containsKey("code")) {
                            throw new IllegalArgumentException(entries.get("msg"));
                        }
                        throw new IllegalArgumentException(entries.get("access_token")); // BUG: SecretInErrorMessage
                    }
                }
                """);
    }

    @Test
    void silentOnSignaturesOfMethodsAndOnTheEnvironmentInACredential() {
        tester.check("""
                package sample;
                class Calls {
                    static String buildMethodNotFoundSignature(String what, String name, Object[] args) { return what + name; }
                    static String computeSignature(java.lang.reflect.Method method) { return method.getName(); }
                    static String computeSignature(String text) { return text; }
                    void call(String name, Object[] args, java.lang.reflect.Method method, String body) {
                        if (args == null) {
                            throw new IllegalArgumentException(buildMethodNotFoundSignature("not found: ", name, args));
                        }
                        if (args.length == 0) {
                            throw new IllegalArgumentException("no " + computeSignature(method));
                        }
                        throw new IllegalArgumentException("no " + computeSignature(body)); // BUG: SecretInErrorMessage
                    }
                    void environment(String credential) {
                        String environment = credential.split("\\\\$")[1];
                        throw new IllegalArgumentException("unknown " + environment);
                    }
                    void whole(String credential) {
                        throw new IllegalArgumentException("unknown " + credential); // BUG: SecretInErrorMessage
                    }
                }
                """);
    }

    @Test
    void silentOnNames() {
        tester.check("""
                package sample;
                class Checks {
                    void check(String password, String name) {
                        if (name == null) throw new IllegalArgumentException("no password for user");
                        throw new IllegalStateException("bad password for " + name + " of length " + password.length());
                    }
                }
                """);
    }

    @Test
    void flagsMessages() {
        tester.check("""
                package sample;
                class Checks {
                    void check(String password, String apiKey) {
                        if (password == null) throw new IllegalArgumentException("bad key " + apiKey); // BUG: SecretInErrorMessage
                        throw new IllegalStateException(String.format("bad password %s", password)); // BUG: SecretInErrorMessage
                    }
                }
                """);
    }

    @Test
    void knownLimits() {
        tester.check("""
                package sample;
                class Refusing {
                    // What an exception makes of an object that it is given, only it knows.
                    void object(com.acme.Session session) {
                        throw new com.acme.RefusedException(session);
                    }
                    // That a text is a key shows only in what it is used for.
                    void used(String text) {
                        byte[] raw = java.util.Base64.getDecoder().decode(text);
                        if (new javax.crypto.spec.SecretKeySpec(raw, "AES").getEncoded().length != 32) {
                            throw new IllegalArgumentException("unusable: " + text);
                        }
                    }
                }
                """);
    }

    @Test
    void silentOnTextsAboutMethods() {
        tester.check("""
                package sample;
                class CombinedRealm {
                    private final org.vendor.Strings sm = null;
                    String getPassword() {
                        throw new UnsupportedOperationException(sm.getString("combinedRealm.getPassword"));
                    }
                }
                """);
    }

    @Test
    void silentOnOneCharacter() {
        tester.check("""
                package sample;
                class Codec {
                    static byte[] decode(String apiKey) {
                        for (int i = 0; i < apiKey.length(); i++) {
                            char c = apiKey.charAt(i);
                            if (c > 127) {
                                throw new IllegalArgumentException("illegal character " + c + " at " + i);
                            }
                        }
                        throw new IllegalArgumentException("cannot decode " + apiKey); // BUG: SecretInErrorMessage
                    }
                    static int digit(char c) {
                        if (c > 127) {
                            throw new IllegalArgumentException("Illegal character " + c);
                        }
                        return c;
                    }
                    static int first(String apiKey) {
                        return digit(apiKey.charAt(0));
                    }
                }
                """);
    }
}
