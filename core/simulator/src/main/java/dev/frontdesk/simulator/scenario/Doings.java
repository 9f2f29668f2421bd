package dev.frontdesk.simulator.scenario;

import dev.frontdesk.engine.desk.Order.What;

/** What agents do, in words. */
final class Doings {
    private Doings() {}

    static String inWords(What what) {
        return switch (what) {
            case What.Reply reply -> reply.text();
            case What.File(var _, var file, var text) -> "sends " + file.name() + (text.isEmpty() ? "" : ": " + text);
            case What.Album(var files) -> "sends " + files.size() + " files";
            case What.Form(var _, var name, var _, var _) -> "sends the form " + name;
            case What.Note(var text) -> "notes: " + text;
            case What.AssignTo(var agent) -> "gives it to " + agent;
            case What.TransferTo(var team) -> "transfers it to " + team;
            case What.Requeue _ -> "puts it back";
            case What.Close(var category, var _) -> category.isEmpty() ? "closes" : "closes as " + category;
            case What.Standing(var _, var identity, var active) ->
                (active ? "lets into the thread: " : "takes out of the thread: ") + identity;
            case What.Start(var _, var text) -> "begins: " + text;
            case What.SamePerson _ -> "says it is the same person as another";
            case What.Part _ -> "undoes a merge";
            case What.Resume _ -> "lets it go on";
        };
    }
}
