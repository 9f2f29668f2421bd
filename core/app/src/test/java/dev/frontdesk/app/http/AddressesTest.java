package dev.frontdesk.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0", "0.1.2.3", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.254",
                        "169.254.169.254",
                "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1",
                        "198.51.100.7",
                "203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1",
                        "::ffff:10.0.0.1",
                "::127.0.0.1", "::7f00:1", "fc00::1", "fd12:3456::1", "fe80::1", "fec0::1", "ff02::1",
                        "64:ff9b::127.0.0.1",
                "64:ff9b::a00:1", "64:ff9b:1::1", "2002:7f00:1::", "2002:c0a8:101::1", "2001::1", "2001:db8::1",
                        "100::1"
            })
    void whatIsNotOnThePublicInternetHasAReason(String address) throws UnknownHostException {
        assertThat(Addresses.notPublic(InetAddress.getByName(address))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "193.0.0.1",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2a00:1450:4001::1",
                "64:ff9b::808:808",
                "2002:808:808::1"
            })
    void whatIsPublicHasNone(String address) throws UnknownHostException {
        assertThat(Addresses.notPublic(InetAddress.getByName(address))).isEmpty();
    }

    @Test
    void theOperatorAllowsAddressesRangesAndNames() throws UnknownHostException {
        var allowed = Allowed.of(List.of("127.0.0.1", "10.0.0.0/8", "Intranet.example", "fd00::/8"));

        assertThat(allowed.contains("x", InetAddress.getByName("127.0.0.1"))).isTrue();
        assertThat(allowed.contains("x", InetAddress.getByName("127.0.0.2"))).isFalse();
        assertThat(allowed.contains("x", InetAddress.getByName("10.200.1.1"))).isTrue();
        assertThat(allowed.contains("x", InetAddress.getByName("11.0.0.1"))).isFalse();
        assertThat(allowed.contains("intranet.EXAMPLE", InetAddress.getByName("192.168.1.1")))
                .isTrue();
        assertThat(allowed.contains("sub.intranet.example", InetAddress.getByName("192.168.1.1")))
                .isFalse();
        assertThat(allowed.contains("x", InetAddress.getByName("fd12::1"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.0.0.0/33", "10.0.0/8", "http://x", "0x7f.1", "a b", "*"})
    void anEntryThatIsNeitherIsRefused(String entry) {
        assertThatThrownBy(() -> Allowed.of(List.of(entry))).isInstanceOf(IllegalArgumentException.class);
    }
}
