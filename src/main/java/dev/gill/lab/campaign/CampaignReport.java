package dev.gill.lab.campaign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a campaign came to.
 *
 * @param done how often each operation was done
 * @param documents how many are there at the end
 * @param took the whole of it
 * @param verified what {@code verify} says
 * @param agrees whether that is that the index is right
 * @param differences from what was done; none if all is as it must be
 * @param complaints what Gill logged as warnings, each once
 */
public record CampaignReport(
    String name,
    CampaignPlan plan,
    Map<String, Integer> done,
    int documents,
    Duration took,
    List<String> verified,
    boolean agrees,
    List<String> differences,
    List<String> complaints) {
  private static final int SHOWN = 10;

  public CampaignReport {
    done = Map.copyOf(done);
    verified = List.copyOf(verified);
    differences = List.copyOf(differences);
    complaints = List.copyOf(complaints);
  }

  /** Whether the index is right in every way. */
  public boolean good() {
    return agrees && differences.isEmpty();
  }

  /** All of it for people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s, seed %d: %d operations in %d s, Gill killed %d times, the server stopped %d times; %d documents at the end"
            .formatted(
                name,
                plan.seed(),
                plan.operations(),
                took.toSeconds(),
                plan.kills(),
                plan.stops(),
                documents));
    StringBuilder acts = new StringBuilder("done:");
    done.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(act -> acts.append(" %s %d".formatted(act.getKey(), act.getValue())));
    lines.add(acts.toString());
    complaints.stream().limit(SHOWN).forEach(line -> lines.add("logged: " + line));
    lines.addAll(verified);
    differences.stream().limit(SHOWN).forEach(line -> lines.add("wrong: " + line));
    lines.add(
        differences.isEmpty()
            ? "Every document, its text and its readers are as on the server."
            : "%d documents are not as on the server.".formatted(differences.size()));
    return lines;
  }
}
