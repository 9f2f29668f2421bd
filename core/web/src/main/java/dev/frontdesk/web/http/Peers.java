package dev.frontdesk.web.http;

import java.util.Set;

/** Who is at the other end. What a peer says about itself counts only when a configured proxy says it. */
public final class Peers {
    private final Set<String> trusted;

    public Peers(Set<String> trusted) {
        this.trusted = Set.copyOf(trusted);
    }

    /** The peer, or the nearest address in X-Forwarded-For that is no trusted proxy itself. */
    String resolve(String peer, Iterable<String> forwardedFor) {
        if (!trusted.contains(peer)) {
            return peer;
        }
        String nearest = peer;
        var hops = String.join(",", forwardedFor).split(",");
        for (int i = hops.length - 1; i >= 0; i--) {
            String hop = hops[i].strip();
            if (!plausible(hop)) {
                return nearest;
            }
            nearest = hop;
            if (!trusted.contains(hop)) {
                return nearest;
            }
        }
        return nearest;
    }

    private static boolean plausible(String address) {
        return !address.isEmpty()
                && address.length() <= 45
                && address.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == '.' || c == ':');
    }
}
