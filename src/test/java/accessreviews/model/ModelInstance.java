package accessreviews.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** The model of one instance: at rest it is in progress, completed or applied. */
final class ModelInstance {
  final String group;
  private final Plan plan;

  /** What the series said when it started. */
  private final Plan.Ending ending;

  private final Instant start;
  private final Instant end;
  private final SortedMap<String, Item> items = new TreeMap<>();
  private final List<Lists> rounds = new ArrayList<>();
  private final List<Instant> stageStarts = new ArrayList<>();
  private final List<SortedSet<String>> contacted = new ArrayList<>();
  private String status = "InProgress";
  private Reviewing named;
  private boolean failed;

  ModelInstance(
      Plan plan, Plan.Ending ending, Reviewing named, String group, Instant start, People people) {
    this.plan = plan;
    this.ending = ending;
    this.named = named;
    this.group = group;
    this.start = start;
    this.end = start.plus(Duration.ofDays(plan.totalDays()));
    if (people.has(group)) {
      takeSnapshot(people);
    } else {
      failed = true;
      status = "Completed";
    }
  }

  private void takeSnapshot(People people) {
    for (var i = 0; i < Math.max(1, plan.stages().size()); i++) {
      rounds.add(Lists.of(isStaged() ? plan.reviewing(i) : named, people, group));
    }
    for (var user : people.members(group)) {
      var advice = isAdvised() ? People.recommendation(user, start) : "NoInfoAvailable";
      items.put(user, new Item(user, people.manager(user), advice));
    }
    begin(0, start, items.values().stream().toList());
  }

  /** Stages say it themselves, and they do not change. */
  private boolean isAdvised() {
    return isStaged() ? plan.ending().recommended() : ending.recommended();
  }

  private void begin(int round, Instant at, List<Item> some) {
    stageStarts.add(at);
    some.forEach(item -> item.begin(round, rounds.get(round)));
    contacted.add(rounds.get(round).contacted(some));
  }

  boolean isStaged() {
    return !plan.stages().isEmpty();
  }

  boolean isInProgress() {
    return status.equals("InProgress");
  }

  /** Whether the stage at {@code index} is open. */
  boolean isOpen(int index) {
    return isInProgress() && index == stage();
  }

  Reviewing named() {
    return named;
  }

  /** Who is named for the stage at {@code index}. */
  Reviewing reviewing(int index) {
    return rounds.get(index).reviewing();
  }

  String status() {
    return status;
  }

  /** The index of the stage that is open, or was at the end. */
  int stage() {
    return stageStarts.size() - 1;
  }

  Instant stageEnd(int index) {
    return isStaged()
        ? stageStarts.get(index).plus(Duration.ofDays(plan.stages().get(index)))
        : end;
  }

  /** When something happens next, if it is in progress. */
  Instant due() {
    return stageEnd(stage());
  }

  /** Its stage ends: the next one begins, or it ends as a whole. */
  void endStage(Instant at, People people) {
    if (isStaged() && stage() + 1 < plan.stages().size()) {
      var ended = stage();
      var moving =
          items.values().stream().filter(item -> item.isIn(ended) && item.goesOn(plan)).toList();
      begin(ended + 1, at, moving);
    } else {
      end(people);
    }
  }

  void end(People people) {
    items.values().forEach(item -> item.decideByDefault(ending.byDefault()));
    status = "Completed";
    if (ending.applied()) {
      items.values().stream()
          .filter(Item::apply)
          .forEach(item -> people.members(group).remove(item.user));
      status = "Applied";
    }
  }

  /** Whether a fallback reviewer would be lost, which is refused. */
  boolean losesFallback(Reviewing wanted) {
    return !wanted.fallback().containsAll(named.fallback());
  }

  boolean stageLosesFallback(int index, Reviewing wanted) {
    return !wanted.fallback().containsAll(rounds.get(index).reviewing().fallback());
  }

  /** Other reviewers of the instance; where it has stages these say who reviews. */
  void rename(Reviewing wanted, People people) {
    named = wanted;
    if (!isStaged()) {
      takeOver(0, wanted, people);
    }
  }

  void takeOver(int round, Reviewing wanted, People people) {
    if (wanted.isThatOf(rounds.get(round).reviewing())) {
      return; // who is named stays as resolved
    }
    var lists = Lists.of(wanted, people, group);
    rounds.set(round, lists);
    var some = items.values().stream().filter(item -> item.isIn(round)).toList();
    some.forEach(item -> item.route(lists));
    contacted.set(round, lists.contacted(some));
  }

  List<Item> items() {
    return List.copyOf(items.values());
  }

  /** Whether somebody can decide on {@code item} now. */
  boolean isOpen(Item item) {
    return isInProgress() && item.isIn(stage());
  }

  /** The name by which it is known: the day of its occurrence, and its group. */
  String key() {
    return start.toString().substring(0, 10) + " " + group;
  }

  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add("instance %s..%s %s%s".formatted(start, end, status, failed ? " failed" : ""));
    for (var i = 0; isStaged() && i < stageStarts.size(); i++) {
      lines.add(
          "stage %d %s..%s %s"
              .formatted(
                  i + 1, stageStarts.get(i), stageEnd(i), isOpen(i) ? "InProgress" : "Completed"));
    }
    for (var i = 0; i < contacted.size(); i++) {
      if (!contacted.get(i).isEmpty()) {
        lines.add(
            "contacted %d: %s"
                .formatted(isStaged() ? i + 1 : 0, String.join(", ", contacted.get(i))));
      }
    }
    items.values().forEach(item -> lines.add(item.line(isStaged())));
    return lines.stream().map(line -> key() + " " + line).toList();
  }
}
