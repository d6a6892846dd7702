package accessreviews.notifications.arrival;

import static java.util.stream.Collectors.toCollection;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which mails the plans have to send at which instant (observed.md, "Mails"), by what is said in
 * {@link Enterprise} and {@link Plan} and by the answers of which this is told: nothing is asked of
 * the service.
 */
final class Truth {
  static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");

  /** No start, end or half time is between two multiples of it. */
  static final Duration STEP = Duration.ofHours(12);

  static final Instant END = BEGIN.plus(Duration.ofDays(7L * Plan.WEEKS));
  private static final String OPEN = "NotReviewed";

  /** A user's access to a group, as one occurrence reviews it. */
  record Item(String group, String principal) {}

  /** An occurrence of a plan, and how its items are decided in the round that is open. */
  private static final class Occurrence {
    final Plan plan;
    final Instant start;
    int round;
    Instant roundStart;
    Map<Item, String> decisions = new HashMap<>();

    Occurrence(Plan plan, Instant start) {
      this.plan = plan;
      this.start = start;
      this.roundStart = start;
      for (var group : plan.groups()) {
        Objects.requireNonNull(Enterprise.MEMBERS.get(group))
            .forEach(member -> decisions.put(new Item(group, member), OPEN));
      }
    }

    Instant roundEnd() {
      return roundStart.plus(Duration.ofDays(plan.rounds().get(round).days()));
    }

    Instant halfTime() {
      return roundStart.plus(Duration.between(roundStart, roundEnd()).dividedBy(2));
    }

    String named(String group) {
      return "%s/%s/%s".formatted(plan.name(), LocalDate.ofInstant(start, ZoneOffset.UTC), group);
    }

    /** One mail for each person who reviews one of the items that are {@code meant}. */
    Stream<Notice> toReviewers(String kind, Predicate<Item> meant) {
      var reviews = new HashMap<String, TreeSet<String>>();
      for (var item : decisions.keySet()) {
        if (meant.test(item)) {
          plan.rounds()
              .get(round)
              .reviewers()
              .of(item.group(), item.principal())
              .forEach(
                  name ->
                      reviews
                          .computeIfAbsent(name, first -> new TreeSet<>())
                          .add(named(item.group())));
        }
      }
      return reviews.entrySet().stream()
          .filter(one -> Enterprise.address(one.getKey()).isPresent())
          .map(one -> Notice.to(one.getKey(), kind, one.getValue().stream()));
    }

    Stream<Notice> to(Stream<String> names, String kind) {
      return names
          .filter(name -> !name.isEmpty() && Enterprise.address(name).isPresent())
          .map(name -> Notice.to(name, kind, plan.groups().stream().map(this::named)));
    }
  }

  private final List<Occurrence> running = new ArrayList<>();

  /** What is sent at {@code now}, a multiple of the step after the last call's. */
  List<Notice> at(Instant now) {
    var mails = new ArrayList<Notice>();
    for (var one : List.copyOf(running)) {
      if (one.plan.reminders() && now.equals(one.halfTime())) {
        one.toReviewers("reminder", item -> OPEN.equals(one.decisions.get(item)))
            .forEach(mails::add);
      }
      if (now.equals(one.roundEnd())) {
        goOn(one, now).forEach(mails::add);
      }
    }
    if (now.isBefore(END)
        && Duration.between(BEGIN, now).toHours() % Duration.ofDays(7).toHours() == 0) {
      for (var plan : Plan.ALL) {
        var begun = new Occurrence(plan, now);
        running.add(begun);
        starts(begun).forEach(mails::add);
      }
    }
    return mails.stream().sorted().toList();
  }

  private static Stream<Notice> starts(Occurrence one) {
    return one.plan.mails() ? one.toReviewers("start", item -> true) : Stream.of();
  }

  private Stream<Notice> goOn(Occurrence one, Instant now) {
    if (one.round + 1 < one.plan.rounds().size()) {
      one.decisions.values().removeIf(decision -> !Plan.MOVING.contains(decision));
      one.decisions.replaceAll((item, decision) -> OPEN);
      one.round++;
      one.roundStart = now;
      return starts(one);
    }
    running.remove(one);
    var creator = one.plan.mails() ? one.plan.created() : "";
    return Stream.concat(
        one.to(Stream.of(creator), "completed"),
        one.to(
            one.plan.informed().stream().filter(name -> !name.equals(creator)), // is told already
            "completedAdditionalRecipients"));
  }

  /** What could be answered now: the name of the instance, and the principal, after a bar. */
  List<String> open() {
    return running.stream()
        .flatMap(
            one ->
                one.decisions.entrySet().stream()
                    .filter(item -> OPEN.equals(item.getValue()))
                    .map(
                        item -> one.named(item.getKey().group()) + "|" + item.getKey().principal()))
        .collect(toCollection(TreeSet::new))
        .stream()
        .toList();
  }

  /** One of those who review it has decided on what {@link #open} listed. */
  void decided(String open, String decision) {
    for (var one : running) {
      one.decisions.replaceAll(
          (item, before) ->
              open.equals(one.named(item.group()) + "|" + item.principal()) ? decision : before);
    }
  }
}
