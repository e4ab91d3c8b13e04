package dev.keywright.adapters.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PeerAddressTest {

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "unknown",
                "localhost",
                "face",
                "example.com",
                "1.2.3.4.5",
                "999.1.1.1",
                "1..2.3",
                "x:y",
                "[]",
                "%eth0"
            })
    void what_is_no_address_is_nobody_and_not_looked_up(String text) {
        assertThat(PeerAddress.parse(text).isAnyLocalAddress()).isTrue();
        assertThat(PeerAddress.parse(text).isLoopbackAddress()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1",
        "203.0.113.7, 203.0.113.7",
        "::1, 0:0:0:0:0:0:0:1",
        "[2001:db8::7], 2001:db8:0:0:0:0:0:7",
        "fe80::1%2, fe80:0:0:0:0:0:0:1"
    })
    void addresses_are_read_as_containers_write_them(String text, String expected) {
        assertThat(PeerAddress.parse(text).getHostAddress()).isEqualTo(expected);
    }

    @Test
    void form_fields_keep_their_order_and_drop_what_is_broken() {
        assertThat(FormFields.parse("b=1&a=%zz&&a=x%20y+z&b&=v", java.nio.charset.StandardCharsets.UTF_8)
                        .toString())
                .isEqualTo("{b=[1, ], a=[x y z], =[v]}");
    }
}
