package dev.keywright.runtime.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.key.ApiKeys;
import dev.keywright.runtime.key.KeyHasher;
import dev.keywright.runtime.token.TokenRefusedException.Why;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class TokenServiceTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T12:00:00Z"));
    private final InstantSource clock = now::get;
    private final MemoryTokenStore store = new MemoryTokenStore(20, 1_000);
    private final TokenService service =
            TokenService.builder(store).prefix("shop").clock(clock).build();

    private IssuedTokens issue() throws Exception {
        return service.issue("ada", Set.of("orders:*"), Map.of("tenant", "north"));
    }

    private static String refreshOf(IssuedTokens issued) {
        return Objects.requireNonNull(issued.refreshToken());
    }

    private void advance(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }

    private Why why(String refreshToken) {
        AtomicReference<Why> why = new AtomicReference<>();
        assertThatExceptionOfType(TokenRefusedException.class)
                .isThrownBy(() -> service.refresh(refreshToken))
                .satisfies(refused -> why.set(refused.why()))
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("_"));
        return why.get();
    }

    private boolean isGenuine(String token) throws Exception {
        return service.verify(token) instanceof BearerAnswer.Genuine;
    }

    private static String twist(String token, int index) {
        return token.substring(0, index) + (token.charAt(index) == 'x' ? 'y' : 'x') + token.substring(index + 1);
    }

    @Test
    void whatIsNoTokenOfOursIsRefused() throws Exception {
        IssuedTokens issued = issue();
        String good = issued.accessToken();
        Set<Reason> reasons = new HashSet<>();
        for (String bad : List.of(
                "",
                "x",
                good + "x",
                good.substring(1),
                twist(good, good.length() - 1),
                twist(good, 30),
                ApiKeys.create("shopat", "ada").key(),
                refreshOf(issued))) {
            BearerAnswer answer = service.verify(bad);
            assertThat(answer).as(bad).isInstanceOf(BearerAnswer.Refused.class);
            reasons.add(((BearerAnswer.Refused) answer).reason());
        }
        assertThat(reasons).containsExactlyInAnyOrder(Reason.CREDENTIAL_MALFORMED, Reason.CREDENTIAL_UNKNOWN);
    }

    @Test
    void aSecretUnderAnotherTokensIdIsRefused() throws Exception {
        IssuedTokens issued = issue();
        TokenRecord other = new TokenRecord(
                "otherotherot",
                TokenRecord.Kind.ACCESS,
                KeyHasher.sha256().digest("something else"),
                "f",
                "eve",
                Set.of(),
                Map.of(),
                0,
                Long.MAX_VALUE);
        store.save(List.of(other), 0);
        assertThat(isGenuine(issued.accessToken())).isTrue();
        assertThat(store.find("otherotherot")).isNotNull();
        assertThat(isGenuine(ApiKeys.create("shopat", "eve").key())).isFalse();
    }

    @Test
    void aTokenOfAnotherServiceOverTheSameStoreIsRefusedHoweverItBegins() throws Exception {
        TokenService staff =
                TokenService.builder(store).prefix("staff").clock(clock).build();
        IssuedTokens customers = issue();
        assertThat(staff.verify(customers.accessToken())).isInstanceOf(BearerAnswer.Refused.class);
        assertThatExceptionOfType(TokenRefusedException.class)
                .isThrownBy(() -> staff.refresh(refreshOf(customers)))
                .extracting(TokenRefusedException::why)
                .isEqualTo(TokenRefusedException.Why.UNKNOWN);
        assertThat(staff.revoke(customers.accessToken())).isFalse();
        assertThat(isGenuine(customers.accessToken())).isTrue();
        assertThat(service.refresh(refreshOf(customers))).isNotNull();
        assertThat(staff.verify(staff.issue("eve", Set.of()).accessToken())).isInstanceOf(BearerAnswer.Genuine.class);
    }

    @Test
    void anIssuedTokenSaysWhoseItIsAndWhatItMayDo() throws Exception {
        IssuedTokens issued = issue();
        assertThat(issued.accessToken()).startsWith("shopat_");
        assertThat(refreshOf(issued)).startsWith("shoprt_");
        assertThat(issued.expiresInSeconds()).isEqualTo(600);
        BearerToken token = ((BearerAnswer.Genuine) service.verify(issued.accessToken())).token();
        assertThat(token.owner()).isEqualTo("ada");
        assertThat(token.scopes()).containsExactly("orders:*");
        assertThat(token.labels()).containsEntry("tenant", "north");
        assertThat(token.expiresMillis()).isEqualTo(clock.millis() + 600_000);
        assertThat(issued.toString() + issued.access() + token)
                .doesNotContain(issued.accessToken())
                .doesNotContain(refreshOf(issued));
    }

    @Test
    void nothingButDigestsIsKept() throws Exception {
        IssuedTokens issued = issue();
        TokenRecord record =
                Objects.requireNonNull(store.find(issued.access().id())).record();
        String secret = issued.accessToken().substring(issued.accessToken().lastIndexOf('_') + 1);
        assertThat(record.digest()).startsWith("sha256:").doesNotContain(secret);
        assertThat(record.digest()).isEqualTo(KeyHasher.sha256().digest(secret.substring(0, secret.length() - 6)));
    }

    @Test
    void refreshingGivesANewPairOfTheSameOwnerAndScopesUntilTheFamilyEnds() throws Exception {
        IssuedTokens first = issue();
        advance(Duration.ofHours(11));
        IssuedTokens second = service.refresh(refreshOf(first));
        assertThat(second.accessToken()).isNotEqualTo(first.accessToken());
        assertThat(second.access().owner()).isEqualTo("ada");
        assertThat(second.access().scopes()).containsExactly("orders:*");
        assertThat(second.access().labels()).containsEntry("tenant", "north");
        assertThat(second.access().family()).isEqualTo(first.access().family());
        advance(Duration.ofMinutes(55));
        IssuedTokens third = service.refresh(refreshOf(second));
        assertThat(third.expiresInSeconds()).isEqualTo(300);
        advance(Duration.ofMinutes(5));
        assertThat(why(refreshOf(third))).isEqualTo(Why.EXPIRED);
    }

    @Test
    void aRefreshTokenThatIsUsedTwiceEndsTheWholeLogIn() throws Exception {
        IssuedTokens first = issue();
        IssuedTokens elsewhere = issue();
        IssuedTokens second = service.refresh(refreshOf(first));
        assertThat(isGenuine(second.accessToken())).isTrue();
        assertThat(why(refreshOf(first))).isEqualTo(Why.REUSED);
        assertThat(isGenuine(first.accessToken())).isFalse();
        assertThat(isGenuine(second.accessToken())).isFalse();
        assertThat(why(refreshOf(second))).isEqualTo(Why.UNKNOWN);
        assertThat(isGenuine(elsewhere.accessToken())).isTrue();
    }

    @Test
    void aGuessAtAUsedRefreshTokenEndsNothing() throws Exception {
        IssuedTokens first = issue();
        IssuedTokens second = service.refresh(refreshOf(first));
        // The id of the used token with another secret, and a checksum that fits.
        String forged = forge(refreshOf(first));
        assertThat(why(forged)).isEqualTo(Why.UNKNOWN);
        assertThat(isGenuine(second.accessToken())).isTrue();
    }

    /** Another secret under the same id. */
    private static String forge(String token) {
        String stem = twist(token, 30).substring(0, token.length() - 6);
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(stem.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        String digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        StringBuilder checksum = new StringBuilder();
        long rest = crc.getValue();
        for (int i = 0; i < 6; i++) {
            checksum.insert(0, digits.charAt((int) (rest % 62)));
            rest /= 62;
        }
        return stem + checksum;
    }

    @Test
    void whatCannotBeARefreshTokenIsNotLookedUp() throws Exception {
        IssuedTokens issued = issue();
        assertThat(why("")).isEqualTo(Why.MALFORMED);
        assertThat(why(twist(refreshOf(issued), 30))).isEqualTo(Why.MALFORMED);
        assertThat(why(issued.accessToken())).isEqualTo(Why.UNKNOWN);
        assertThat(isGenuine(issued.accessToken())).isTrue();
    }

    @Test
    void revokingAnAccessTokenLeavesTheLogInAndRevokingARefreshTokenEndsIt() throws Exception {
        IssuedTokens issued = issue();
        assertThat(service.revoke(issued.accessToken())).isTrue();
        assertThat(isGenuine(issued.accessToken())).isFalse();
        IssuedTokens next = service.refresh(refreshOf(issued));
        assertThat(service.revoke(refreshOf(next))).isTrue();
        assertThat(isGenuine(next.accessToken())).isFalse();
        assertThat(service.revoke(refreshOf(next))).isFalse();
        assertThat(service.revoke("garbage")).isFalse();
    }

    @Test
    void anOwnerIsLoggedOutEverywhere() throws Exception {
        IssuedTokens one = issue();
        IssuedTokens two = issue();
        IssuedTokens others = service.issue("eve", Set.of());
        assertThat(service.revokeOwner("ada")).isEqualTo(4);
        assertThat(isGenuine(one.accessToken())).isFalse();
        assertThat(why(refreshOf(two))).isEqualTo(Why.UNKNOWN);
        assertThat(isGenuine(others.accessToken())).isTrue();
        assertThat(service.revokeId(others.access().id())).isTrue();
        assertThat(isGenuine(others.accessToken())).isFalse();
    }

    @Test
    void anOwnerWithAFullQuotaIsRefusedAndOthersAreNot() throws Exception {
        for (int i = 0; i < 10; i++) {
            issue();
        }
        assertThatExceptionOfType(TokenRefusedException.class)
                .isThrownBy(this::issue)
                .satisfies(refused -> assertThat(refused.why()).isEqualTo(Why.FULL));
        assertThat(isGenuine(service.issue("eve", Set.of()).accessToken())).isTrue();
        advance(Duration.ofHours(12));
        assertThat(isGenuine(issue().accessToken())).isTrue();
    }

    @Test
    void aServiceWithoutRefreshIssuesAccessTokensAlone() throws Exception {
        TokenService plain =
                TokenService.builder(store).clock(clock).withoutRefresh().build();
        IssuedTokens issued = plain.issue("ada", Set.of());
        assertThat(issued.accessToken()).startsWith("kwat_");
        assertThat(issued.refreshToken()).isNull();
        assertThat(store.size()).isEqualTo(1);
    }

    @Test
    void tokensDifferInEveryBitThatMatters() throws Exception {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            IssuedTokens issued = service.issue("owner" + i, Set.of());
            tokens.add(issued.accessToken());
            tokens.add(refreshOf(issued));
        }
        assertThat(tokens)
                .doesNotHaveDuplicates()
                .allSatisfy(token -> assertThat(token).hasSize(69));
    }

    @Test
    void settingsThatWouldNotBeSafeAreRefused() {
        TokenService.Builder builder = TokenService.builder(store);
        assertThatIllegalArgumentException().isThrownBy(() -> builder.accessLife(Duration.ofDays(2)));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.accessLife(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.refreshLife(Duration.ofDays(367)));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.prefix("Shop"));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.prefix("fifteenletterss"));
        assertThatIllegalArgumentException().isThrownBy(() -> service.issue("ada", Set.of("Not A Scope")));
        assertThatIllegalArgumentException().isThrownBy(() -> service.issue(" ", Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new BearerToken("", "", Set.of(), Map.of(), 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new BearerAnswer.Refused(Reason.ADMITTED));
    }
}
