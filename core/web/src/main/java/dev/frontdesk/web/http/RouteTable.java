package dev.frontdesk.web.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the route of a path, literal segments first. Immutable once built. */
public final class RouteTable {
    private final Node root = new Node();
    private final List<Route> routes;

    public RouteTable(List<Route> routes) {
        this.routes = List.copyOf(routes);
        routes.forEach(this::add);
    }

    public List<Route> routes() {
        return routes;
    }

    /**
     * What was found for a path.
     *
     * @param byMethod empty when nothing is there
     */
    public record Match(Map<String, Route> byMethod, Map<String, String> params) {
        public Optional<Route> route(String method) {
            var route = byMethod.get(method);
            return Optional.ofNullable(route != null ? route : byMethod.get(Route.ANY));
        }

        /** For the header {@code Allow}. */
        public Set<String> methods() {
            return new TreeSet<>(byMethod.keySet());
        }
    }

    public Match match(SafePath path) {
        var params = new HashMap<String, String>(4);
        Node rest = null;
        Node node = root;
        for (String segment : path.segments()) {
            rest = node.rest != null ? node.rest : rest;
            var literal = node.literals.get(segment);
            if (literal != null) {
                node = literal;
            } else if (node.param != null) {
                params.put(node.paramName, segment);
                node = node.param;
            } else {
                return new Match(rest == null ? Map.of() : rest.byMethod, params);
            }
        }
        if (node.byMethod.isEmpty()) {
            rest = node.rest != null ? node.rest : rest;
            return new Match(rest == null ? Map.of() : rest.byMethod, params);
        }
        return new Match(node.byMethod, params);
    }

    private void add(Route route) {
        var node = root;
        for (String segment : route.path().substring(1).split("/", -1)) {
            if (segment.equals("*")) {
                node.rest = node.rest == null ? new Node() : node.rest;
                node = node.rest;
            } else if (segment.startsWith("{")) {
                node.param = node.param == null ? new Node() : node.param;
                node.paramName = segment.substring(1, segment.length() - 1);
                node = node.param;
            } else if (!segment.isEmpty()) {
                node = node.literals.computeIfAbsent(segment, _ -> new Node());
            }
        }
        if (node.byMethod.putIfAbsent(route.method(), route) != null) {
            throw new IllegalArgumentException("two routes for " + route.key());
        }
    }

    private static final class Node {
        final Map<String, Node> literals = new HashMap<>();
        final Map<String, Route> byMethod = new HashMap<>();

        @Nullable
        Node param;

        String paramName = "";

        @Nullable
        Node rest;
    }
}
