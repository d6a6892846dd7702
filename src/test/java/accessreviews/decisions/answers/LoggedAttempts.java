package accessreviews.decisions.answers;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.decisions.answers.DecisionLog.Line;
import accessreviews.decisions.answers.DecisionWrite.Call;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Everything that participants tried, beside what the decision log has of it. */
final class LoggedAttempts {
  private final DecisionLog log;
  private final List<Attempt> all;
  private final Map<Line, Attempt> byLine = new HashMap<>();

  /** Refuses a log without something that was acknowledged, or with something twice. */
  LoggedAttempts(DecisionLog log, List<Participant> participants) {
    this.log = log;
    this.all = participants.stream().flatMap(one -> one.attempts().stream()).toList();
    var byActor = log.byActor();
    for (var one : participants) {
      byLine.putAll(one.foundIn(byActor.getOrDefault(one.id(), List.of())));
    }
    assertThat(byLine).as("lines of everybody").hasSize(log.lines().size());
  }

  private Attempt of(Line line) {
    return Objects.requireNonNull(byLine.get(line));
  }

  /** On which items and versions, as what, and on all of {@code items} where that was asked. */
  void haveDoneWhatTheyAskedFor(int items) {
    log.versions().forEach((line, version) -> hasDoneWhatItAskedFor(line, version, items));
  }

  private void hasDoneWhatItAskedFor(Line line, long version, int items) {
    var attempt = of(line);
    assertThat(line.actingAs())
        .isEqualTo(attempt.call() == Call.reset ? "administrator" : "primary");
    if (attempt.item() != null) {
      assertThat(line.item()).as("the item of %s", attempt).isEqualTo(attempt.item());
    }
    if (attempt.call() == Call.batch) {
      assertThat(line.callSize()).isEqualTo(attempt.item() == null ? items : 1);
    }
    if (attempt.version() != null) {
      assertThat(version - 1).as("If-Match of %s", attempt).isEqualTo(attempt.version());
    }
    if (attempt.newVersion() != null) {
      assertThat(version).as("the ETag of %s", attempt).isEqualTo(attempt.newVersion());
    }
  }

  /**
   * Who began after another one was answered comes after that one. Only those with a text of their
   * own: of the others nobody knows which of them had nothing to do.
   */
  void areLoggedInTheOrderInWhichTheyWereAnswered() {
    for (var ofItem : log.byItem().values()) {
      var latest = Long.MIN_VALUE;
      for (var line : ofItem) {
        var attempt = of(line);
        if (!attempt.justification().isEmpty()) {
          latest = Math.max(latest, attempt.begun());
          if (attempt.isAcknowledged()) {
            assertThat(attempt.ended()).as("%s is logged late", line).isGreaterThan(latest);
          }
        }
      }
    }
  }

  /** Those that began after {@code end}, at least {@code number} of them. */
  void areRefusedAfter(long end, int number) {
    var late = all.stream().filter(attempt -> attempt.begun() > end).toList();
    assertThat(late).hasSizeGreaterThanOrEqualTo(number);
    assertThat(late)
        .allMatch(
            attempt ->
                attempt.refusal().equals("instanceNotInProgress")
                    || attempt.status() == Attempt.UNKNOWN
                    || (attempt.status() == 412 && attempt.version() != null));
    assertThat(byLine.values()).allMatch(attempt -> attempt.begun() <= end);
  }

  /** Each kind of call was answered in all its ways; else this has shown little. */
  void areOfAllKinds() {
    var logged = new HashSet<>(byLine.values());
    var kinds =
        all.stream()
            .collect(groupingBy(one -> kind(one, logged.contains(one)), TreeMap::new, counting()));
    kinds.forEach((kind, number) -> System.out.printf("CONCURRENT %6d %s%n", number, kind));
    System.out.printf("CONCURRENT %6d lines%n", log.lines().size());
    assertThat(kinds)
        .containsKeys(
            "single 204, logged",
            "single 412",
            "single 409 instanceNotInProgress",
            "single unknown",
            "batch 204, logged",
            "recommendation 204, logged",
            "reset 204, logged");
  }

  private static String kind(Attempt attempt, boolean logged) {
    return attempt.call()
        + (attempt.status() == Attempt.UNKNOWN ? " unknown" : " " + attempt.status())
        + (attempt.refusal().isEmpty() ? "" : " " + attempt.refusal())
        + (logged ? ", logged" : "");
  }
}
