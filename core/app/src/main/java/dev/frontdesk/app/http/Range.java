package dev.frontdesk.app.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** A range of addresses in the usual writing: {@code 10.0.0.0/8}; without a slash one address. */
record Range(byte[] start, int bits) {

    static Range of(String written) {
        int slash = written.indexOf('/');
        var address = slash < 0 ? written : written.substring(0, slash);
        if (!Addresses.isLiteral(address)) {
            throw new IllegalArgumentException("'" + written + "' is no address");
        }
        try {
            var start = InetAddress.getByName(address).getAddress();
            int bits = slash < 0 ? start.length * 8 : Integer.parseInt(written.substring(slash + 1));
            if (bits < 0 || bits > start.length * 8) {
                throw new IllegalArgumentException("'" + written + "' has a bad number of bits");
            }
            return new Range(start, bits);
        } catch (UnknownHostException | NumberFormatException e) {
            throw new IllegalArgumentException("'" + written + "' is no range of addresses");
        }
    }

    boolean contains(byte[] address) {
        if (address.length != start.length) {
            return false;
        }
        int whole = bits / 8;
        if (!Arrays.equals(address, 0, whole, start, 0, whole)) {
            return false;
        }
        int rest = bits % 8;
        return rest == 0 || (address[whole] ^ start[whole]) >> (8 - rest) == 0;
    }
}
