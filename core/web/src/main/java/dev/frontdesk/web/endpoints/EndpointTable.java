package dev.frontdesk.web.endpoints;

import dev.frontdesk.api.channel.HttpEndpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every endpoint there is, by owner and path. What is not in it does not exist: a disabled channel answers 404.
 * Immutable.
 */
public final class EndpointTable {
    private final Map<String, Owner> owners;

    private EndpointTable(Map<String, Owner> owners) {
        this.owners = Map.copyOf(owners);
    }

    private record Owner(Map<String, List<HttpEndpoint>> exact, List<Prefix> prefixes) {}

    private record Prefix(String path, List<HttpEndpoint> endpoints) {}

    /**
     * What serves a path.
     *
     * @param endpoints several when each answers other methods; empty when nothing is there
     * @param rest what follows the endpoint's own path
     */
    record Found(List<HttpEndpoint> endpoints, String rest) {}

    private static final Found NOTHING = new Found(List.of(), "");

    Found find(String owner, String path) {
        var known = owners.get(owner);
        if (known == null) {
            return NOTHING;
        }
        var exact = known.exact.get(path);
        if (exact != null) {
            return new Found(exact, "");
        }
        for (var prefix : known.prefixes) {
            if (prefix.path.isEmpty() || path.equals(prefix.path)) {
                return new Found(prefix.endpoints, prefix.path.isEmpty() ? path : "");
            }
            if (path.startsWith(prefix.path) && path.charAt(prefix.path.length()) == '/') {
                return new Found(prefix.endpoints, path.substring(prefix.path.length() + 1));
            }
        }
        return NOTHING;
    }

    /** The longest body any of them takes. */
    public int maxBody() {
        return owners.values().stream()
                .flatMap(owner -> java.util.stream.Stream.concat(
                        owner.exact.values().stream().flatMap(List::stream),
                        owner.prefixes.stream().flatMap(prefix -> prefix.endpoints.stream())))
                .mapToInt(HttpEndpoint::maxBody)
                .max()
                .orElse(0);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects endpoints before the start. */
    public static final class Builder {
        private final Map<String, Map<String, List<HttpEndpoint>>> paths = new HashMap<>();

        private Builder() {}

        /** Below {@code /channels/<id>/}. */
        public Builder channel(String id, List<HttpEndpoint> endpoints) {
            return add("channels/" + id, endpoints);
        }

        /** Below {@code /plugins/<id>/}. */
        public Builder plugin(String id, List<HttpEndpoint> endpoints) {
            return add("plugins/" + id, endpoints);
        }

        /** Below {@code /admin/}, for programs on this machine that carry the process's token. */
        public Builder admin(List<HttpEndpoint> endpoints) {
            return add("admin", endpoints);
        }

        private Builder add(String owner, List<HttpEndpoint> endpoints) {
            for (var endpoint : endpoints) {
                var same = paths.computeIfAbsent(owner, _ -> new HashMap<>())
                        .computeIfAbsent(endpoint.path(), _ -> new ArrayList<>());
                for (var other : same) {
                    if (other.methods().stream().anyMatch(endpoint.methods()::contains)) {
                        throw new IllegalArgumentException(
                                owner + ": two endpoints answer the same method at '" + endpoint.path() + "'");
                    }
                }
                same.add(endpoint);
            }
            return this;
        }

        public EndpointTable build() {
            var owners = new HashMap<String, Owner>();
            paths.forEach((owner, byPath) -> owners.put(owner, owner(byPath)));
            return new EndpointTable(owners);
        }

        private static Owner owner(Map<String, List<HttpEndpoint>> byPath) {
            var exact = new HashMap<String, List<HttpEndpoint>>();
            var prefixes = new ArrayList<Prefix>();
            byPath.forEach((path, endpoints) -> {
                if (path.equals("*") || path.endsWith("/*")) {
                    prefixes.add(new Prefix(path.substring(0, Math.max(0, path.length() - 2)), endpoints));
                } else {
                    exact.put(path, List.copyOf(endpoints));
                }
            });
            prefixes.sort(Comparator.comparingInt((Prefix prefix) -> prefix.path.length())
                    .reversed());
            return new Owner(Map.copyOf(exact), List.copyOf(prefixes));
        }
    }
}
