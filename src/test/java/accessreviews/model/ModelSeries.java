package accessreviews.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The model of one series. */
final class ModelSeries {
  private static final List<String> ORDER = List.of("InProgress", "Completed", "Applied");

  final String id;
  final Plan plan;
  private final List<ModelInstance> instances = new ArrayList<>();
  private final List<ModelInstance> latest = new ArrayList<>();
  private Plan.Ending ending;
  private Reviewing named;
  private int started;
  private @Nullable LocalDate next;
  private String status = "NotStarted";

  ModelSeries(String id, Plan plan) {
    this.id = id;
    this.plan = plan;
    this.ending = plan.ending();
    this.named = plan.stages().isEmpty() ? plan.first() : Command.NOBODY;
    this.next = plan.start();
  }

  List<ModelInstance> instances() {
    return instances;
  }

  Reviewing named() {
    return named;
  }

  Plan.Ending ending() {
    return ending;
  }

  void change(Plan.Ending other) {
    ending = other;
  }

  void rename(Reviewing other) {
    named = other;
  }

  /** When something happens next. */
  Optional<Instant> due() {
    var dues = new ArrayList<Instant>();
    if (next != null) {
      dues.add(midnight(next));
    }
    instances.stream().filter(ModelInstance::isInProgress).forEach(one -> dues.add(one.due()));
    return dues.stream().min(Instant::compareTo);
  }

  /** What is due at {@code at} happens. */
  void happen(Instant at, People people) {
    for (var instance : instances) {
      if (instance.isInProgress() && instance.due().equals(at)) {
        instance.endStage(at, people);
      }
    }
    if (next != null && midnight(next).equals(at)) {
      startOccurrence(at, people);
    }
    follow();
  }

  private void startOccurrence(Instant at, People people) {
    var groups =
        switch (plan.target()) {
          case ONE_GROUP -> List.of(plan.group());
          case TWO_GROUPS -> List.of(plan.group(), Plan.OTHER_GROUP);
          case ALL_TEAMS -> people.teams();
        };
    latest.clear();
    for (var group : groups) {
      latest.add(new ModelInstance(plan, ending, named, group, at, people));
    }
    instances.addAll(latest);
    started++;
    var over = plan.occurrences() >= 0 && started >= Math.max(1, plan.occurrences());
    next = over || next == null ? null : next.plusWeeks(1);
  }

  /** The least advanced of the instances that started last. */
  void follow() {
    if (started > 0) {
      status =
          latest.stream()
              .map(ModelInstance::status)
              .min((a, b) -> Integer.compare(ORDER.indexOf(a), ORDER.indexOf(b)))
              .orElse("Completed");
    }
  }

  void stop(People people) {
    next = null;
    instances.stream().filter(ModelInstance::isInProgress).forEach(one -> one.end(people));
    status = "Completed"; // where nothing has begun
    follow();
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Every line begins with {@code name}. */
  List<String> lines(String name) {
    var lines = new ArrayList<String>();
    lines.add(name + " " + status);
    instances.forEach(one -> one.lines().forEach(line -> lines.add(name + " " + line)));
    return lines;
  }
}
