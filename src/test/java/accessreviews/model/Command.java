package accessreviews.model;

import accessreviews.model.Plan.Ending;
import accessreviews.model.Plan.Target;
import accessreviews.model.Reviewing.Who;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Something that somebody does. What it is done to is a number, which counts round among what is
 * there: a command means something in every state, so that any of them can be left out.
 */
sealed interface Command {
  /** A series is created that starts this week, or {@code weeks} later. */
  record Create(Plan plan, int weeks) implements Command {}

  record ChangeEnding(int series, Ending ending) implements Command {}

  record ChangeReviewers(int series, List<String> named) implements Command {}

  record StopSeries(int series) implements Command {}

  record DeleteSeries(int series) implements Command {}

  /** {@code keeps}: the fallback reviewers that there are come first. */
  record UpdateInstance(int instance, Reviewing wanted, boolean keeps) implements Command {}

  record StopInstance(int instance) implements Command {}

  record UpdateStage(int instance, int stage, Reviewing wanted, boolean keeps) implements Command {}

  record StopStage(int instance, int stage) implements Command {}

  record Decide(int instance, int item, String decision) implements Command {}

  record Join(String group, String user) implements Command {}

  record Leave(String group, int member) implements Command {}

  record Own(String group, String user) implements Command {}

  record Manage(String user, String boss) implements Command {}

  /** The group is deleted, or is there again. */
  record ToggleGroup(String group) implements Command {}

  record Pass(int hours) implements Command {}

  /** What may come next: time passes often, and most of the rest happens to what is there. */
  static Arbitrary<Command> any() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, create()),
        Tuple.of(12, pass()),
        Tuple.of(2, changeEnding()),
        Tuple.of(2, Combinators.combine(pick(), names(1)).as(ChangeReviewers::new)),
        Tuple.of(1, pick().map(StopSeries::new)),
        Tuple.of(1, pick().map(DeleteSeries::new)),
        Tuple.of(4, Combinators.combine(pick(), reviewing(), often()).as(UpdateInstance::new)),
        Tuple.of(2, pick().map(StopInstance::new)),
        Tuple.of(
            4, Combinators.combine(pick(), stage(), reviewing(), often()).as(UpdateStage::new)),
        Tuple.of(3, Combinators.combine(pick(), stage()).as(StopStage::new)),
        Tuple.of(12, Combinators.combine(pick(), pick(), decision()).as(Decide::new)),
        Tuple.of(3, Combinators.combine(group(), user()).as(Join::new)),
        Tuple.of(2, Combinators.combine(group(), pick()).as(Leave::new)),
        Tuple.of(2, Combinators.combine(group(), user()).as(Own::new)),
        Tuple.of(2, Combinators.combine(user(), user()).as(Manage::new)),
        Tuple.of(1, group().map(ToggleGroup::new)));
  }

  private static Arbitrary<Integer> pick() {
    return Arbitraries.integers().between(0, 11);
  }

  private static Arbitrary<Integer> stage() {
    return Arbitraries.integers().between(0, 1);
  }

  private static Arbitrary<Boolean> often() {
    return Arbitraries.of(true, true, true, false);
  }

  private static Arbitrary<String> user() {
    return Arbitraries.of(People.USERS);
  }

  private static Arbitrary<String> group() {
    return Arbitraries.of(People.GROUPS);
  }

  private static Arbitrary<List<String>> names(int least) {
    return user().set().ofMinSize(least).ofMaxSize(2).map(List::copyOf);
  }

  private static Arbitrary<String> decision() {
    return Arbitraries.of("Approve", "Deny", "Deny", "DontKnow", "NotReviewed");
  }

  private static Arbitrary<Pass> pass() {
    return Arbitraries.of(1, 24, 24, 48, 72, 168, 216).map(Pass::new);
  }

  private static Arbitrary<ChangeEnding> changeEnding() {
    return Combinators.combine(pick(), ending()).as(ChangeEnding::new);
  }

  private static Arbitrary<Reviewing> reviewing() {
    return Combinators.combine(Arbitraries.of(Who.class), names(1), names(0)).as(Reviewing::new);
  }

  private static Arbitrary<Ending> ending() {
    return Combinators.combine(
            Arbitraries.of("None", "Approve", "Deny", "Recommendation"),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false))
        .as(Ending::new);
  }

  private static Arbitrary<List<Integer>> stages() {
    return Arbitraries.of(
        List.of(), List.of(), List.of(3), List.of(2, 3), List.of(1, 2), List.of(1, 1, 3));
  }

  private static Arbitrary<Create> create() {
    var shape =
        Combinators.combine(
            Arbitraries.of(Target.class),
            Arbitraries.of("plain", "red", "blue"),
            Arbitraries.of(0, 1, 2, 3, -1, -1),
            Arbitraries.integers().between(1, 6),
            stages(),
            Arbitraries.of("", "", "Approve", "Deny,NotReviewed", "Recommendation"));
    var plan =
        shape.as(
            (target, group, occurrences, days, stages, moving) ->
                new Plan(
                    target,
                    group,
                    LocalDate.EPOCH,
                    occurrences,
                    days,
                    stages,
                    moving,
                    NOBODY,
                    NOBODY,
                    new Ending("None", false, false)));
    return Combinators.combine(plan, reviewing(), reviewing(), ending(), Arbitraries.of(0, 0, 0, 1))
        .as((one, first, later, end, weeks) -> new Create(one.with(first, later, end), weeks));
  }

  /** Stands for reviewers that are still to be chosen: everyone reviews themselves. */
  Reviewing NOBODY = new Reviewing(Who.SELF, List.of(), List.of());
}
