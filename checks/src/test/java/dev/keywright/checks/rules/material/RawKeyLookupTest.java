package dev.keywright.checks.rules.material;

import dev.keywright.checks.testing.RuleTester;
import org.junit.jupiter.api.Test;

class RawKeyLookupTest {

    private final RuleTester tester = RuleTester.of(RawKeyLookup.class);

    @Test
    void silentOnIdsAndDigests() {
        tester.check("""
                package sample;
                import java.util.*;
                class Lookups {
                    Map<String, String> users = new HashMap<>();
                    String who(jakarta.servlet.http.HttpServletRequest r) throws Exception {
                        String id = r.getHeader("X-Request-Id");
                        String digest = org.apache.commons.codec.digest.DigestUtils.sha256Hex(r.getHeader("X-API-Key"));
                        return users.get(id) + users.get(digest);
                    }
                }
                """);
    }

    @Test
    void flagsReceivedKeys() {
        tester.check("""
                package sample;
                import java.util.*;
                class Lookups {
                    interface Repo { String findByApiKey(String key); }
                    Map<String, String> users = new HashMap<>();
                    String who(jakarta.servlet.http.HttpServletRequest r, com.acme.Repo foreign) {
                        String k = r.getHeader("X-API-Key");
                        foreign.findByApiKey(k); // BUG: RawKeyLookup
                        return users.get(k); // BUG: RawKeyLookup
                    }
                }
                """);
    }

    @Test
    void silentOnWhatIsLookedForByAnId() {
        tester.check("""
                package sample;
                class Ids {
                    interface Repo {
                        Object findByTenantAndName(String tenant, String name);
                        Object findByApiKeyIdAndTenant(String id, String tenant);
                    }
                    Object who(jakarta.servlet.http.HttpServletRequest r, Repo repo) {
                        repo.findByApiKeyIdAndTenant(r.getHeader("X-Client"), r.getHeader("X-Tenant"));
                        return repo.findByTenantAndName(r.getHeader("X-Tenant"), r.getHeader("X-Name"));
                    }
                }
                """);
    }

    @Test
    void flagsWhatARequestBringsAndIsLookedForAmongKeys() {
        tester.check("""
                package sample;
                class Clients {
                    interface Repo { Object findByTenantAndApiKey(String tenant, String key); }
                    Object who(jakarta.servlet.http.HttpServletRequest r, Repo repo) {
                        String client = r.getHeader("X-Client");
                        return repo.findByTenantAndApiKey(
                                r.getHeader("X-Tenant"),
                                client); // BUG: RawKeyLookup
                    }
                }
                """);
    }

    @Test
    void knownLimits() {
        tester.check("""
                package sample;
                class Keys {
                    private com.acme.Directory directory;
                    // A look-up by a method whose name says nothing of looking up.
                    Object client(jakarta.servlet.http.HttpServletRequest request) {
                        return directory.resolve(request.getHeader("X-Api-Key"));
                    }
                }
                """);
    }
}
