package dev.frontdesk.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One first message of somebody.
 *
 * @param domain what it is about, by people who have read the whole dialogue
 */
record Inquiry(String id, String text, String domain) {
    private static final Map<String, String> TEAMS = Map.ofEntries(
            Map.entry("Flights", "flights"),
            Map.entry("Buses", "buses"),
            Map.entry("RentalCars", "cars"),
            Map.entry("RideSharing", "cars"),
            Map.entry("Hotels", "stays"),
            Map.entry("Homes", "stays"),
            Map.entry("Restaurants", "dining"),
            Map.entry("Movies", "films"),
            Map.entry("Media", "films"),
            Map.entry("Music", "films"),
            Map.entry("Events", "outings"),
            Map.entry("Travel", "outings"),
            Map.entry("Services", "care"),
            Map.entry("Banks", "bank"));

    /** One JSON object a line. */
    static List<Inquiry> read(Path file) throws IOException {
        var mapper = new ObjectMapper();
        var all = new ArrayList<Inquiry>();
        for (var line : Files.readAllLines(file)) {
            var json = mapper.readTree(line);
            all.add(new Inquiry(
                    json.path("id").asText(),
                    json.path("text").asText(),
                    json.path("domain").asText()));
        }
        return List.copyOf(all);
    }

    /** The team that should have it. */
    String team() {
        return TEAMS.getOrDefault(domain, "desk");
    }
}
