package dev.frontdesk.engine.lane;

import dev.frontdesk.engine.intake.Arrivals;
import dev.frontdesk.engine.job.Job;
import dev.frontdesk.api.channel.Intake.Accepted;
import dev.frontdesk.engine.model.ActionRow;
import dev.frontdesk.engine.model.Attachment;
import dev.frontdesk.engine.model.MergeOrder;
import dev.frontdesk.engine.model.OutboxRow;
import dev.frontdesk.engine.port.Transaction.Identity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is to be done once a turn is committed. Belongs to one thread. */
final class Outcome {
    final Map<Job.Arrive, List<Accepted>> accepted = new HashMap<>();
    final Map<Job.Command, Boolean> commands = new HashMap<>();
    final List<OutboxRow> sends = new ArrayList<>();
    final List<ActionRow> actions = new ArrayList<>();
    final Set<Long> asked = new LinkedHashSet<>();
    final List<Attachment> fetches = new ArrayList<>();
    final Set<String> filed = new HashSet<>();
    final Set<Long> toSend = new LinkedHashSet<>();
    final Set<Long> toAct = new LinkedHashSet<>();
    final Set<Integer> leftBehind = new HashSet<>();
    final Set<String> teams = new HashSet<>();
    final Set<String> threads = new HashSet<>();
    final Map<Identity, Arrivals.Known> contacts = new HashMap<>();
    final List<Job.Note> later = new ArrayList<>();
    final List<MergeOrder> merges = new ArrayList<>();
    int messages;
    boolean told;
}
