package dev.keywright.runtime.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ForwardingTest {

    private static final List<Cidr> PROXIES = List.of(Cidr.parse("10.0.0.0/8"), Cidr.parse("fd00::/8"));

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String client(boolean standard, String peer, Map<String, String> headers) {
        Forwarding.Client client = new Forwarding(standard, PROXIES)
                .client(
                        address(peer),
                        false,
                        name -> headers.containsKey(name) ? List.of(headers.get(name)) : List.of());
        return client.address().getHostAddress() + (client.secure() ? " tls" : "");
    }

    private static String xff(String peer, String addresses, String proto) {
        return client(false, peer, Map.of("X-Forwarded-For", addresses, "X-Forwarded-Proto", proto));
    }

    @Test
    void ignoresWhatStrangersSay() {
        assertThat(xff("203.0.113.1", "198.51.100.1", "https")).isEqualTo("203.0.113.1");
        assertThat(client(false, "10.0.0.1", Map.of("Forwarded", "for=198.51.100.1;proto=https")))
                .isEqualTo("10.0.0.1");
        assertThat(client(true, "10.0.0.1", Map.of("X-Forwarded-For", "198.51.100.1")))
                .isEqualTo("10.0.0.1");
    }

    @Test
    void readsFromTheRightAndStopsAtTheFirstAddressThatIsNoProxy() {
        assertThat(xff("10.0.0.1", "1.1.1.1, 198.51.100.1, 10.0.0.2", "https")).isEqualTo("198.51.100.1 tls");
        assertThat(xff("10.0.0.1", "127.0.0.1, 198.51.100.1", "https, http")).isEqualTo("198.51.100.1");
        assertThat(xff("10.0.0.1", "198.51.100.1", "http, https")).isEqualTo("198.51.100.1");
        assertThat(xff("10.0.0.1", "198.51.100.1:4711", "https")).isEqualTo("198.51.100.1 tls");
        assertThat(xff("10.0.0.1", "198.51.100.1, localhost", "https")).isEqualTo("10.0.0.1 tls");
        assertThat(xff("10.0.0.1", "010.1.1.1", "https")).isEqualTo("10.0.0.1 tls");
    }

    @Test
    void readsForwardedOfRfc7239() {
        assertThat(client(
                        true,
                        "10.0.0.1",
                        Map.of("Forwarded", "for=1.1.1.1;proto=http, for=\"[2001:db8::1]:443\";Proto=https")))
                .isEqualTo("2001:db8:0:0:0:0:0:1 tls");
        assertThat(client(true, "10.0.0.1", Map.of("Forwarded", "for=unknown;proto=https")))
                .isEqualTo("10.0.0.1 tls");
    }

    @Test
    void readsNetworksExactly() {
        assertThat(Cidr.parse("10.0.0.0/8").contains(address("11.0.0.1"))).isFalse();
        assertThat(Cidr.parse("192.0.2.128/25").contains(address("192.0.2.127")))
                .isFalse();
        assertThat(Cidr.parse("192.0.2.128/25").contains(address("192.0.2.128")))
                .isTrue();
        assertThat(Cidr.parse("0.0.0.0/0").contains(address("2001:db8::1"))).isFalse();
        assertThat(Cidr.parse("2001:db8::/32").contains(address("2001:db8:ffff::1")))
                .isTrue();
        assertThat(Cidr.parse("192.0.2.1").contains(address("192.0.2.1"))).isTrue();
        for (String bad : List.of(
                "", "10.0.0.0/", "10.0.0.0/33", "10.0.0.1/8", "example.com/8", "10.0.0/8", "10.0.0.0/-1", "::1/129")) {
            assertThatIllegalArgumentException().as(bad).isThrownBy(() -> Cidr.parse(bad));
        }
    }
}
