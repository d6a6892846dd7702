package accessreviews.model;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.model.Command.ChangeEnding;
import accessreviews.model.Command.ChangeReviewers;
import accessreviews.model.Command.Create;
import accessreviews.model.Command.Decide;
import accessreviews.model.Command.DeleteSeries;
import accessreviews.model.Command.Join;
import accessreviews.model.Command.Leave;
import accessreviews.model.Command.Manage;
import accessreviews.model.Command.Own;
import accessreviews.model.Command.Pass;
import accessreviews.model.Command.StopInstance;
import accessreviews.model.Command.StopSeries;
import accessreviews.model.Command.StopStage;
import accessreviews.model.Command.ToggleGroup;
import accessreviews.model.Command.UpdateInstance;
import accessreviews.model.Command.UpdateStage;
import accessreviews.model.Reviewing.Who;
import accessreviews.model.Service.Outcome;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The model, and the service beside it: both are told the same, and have to look the same. */
final class World {
  private final Service service;
  private final History history = new History();
  private final People people = new People();
  private final Organising organising = new Organising(people);
  private final Map<String, ModelSeries> series = new LinkedHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private Instant now;

  World(Service service, Instant now) {
    this.service = service;
    this.now = now;
  }

  /** Tells both; afterwards they look the same, and the past is as it was. */
  void tell(Command command) {
    switch (command) {
      case Create it -> create(it);
      case ChangeEnding it -> one(it.series()).ifPresent(s -> changeEnding(s, it));
      case ChangeReviewers it -> one(it.series()).ifPresent(s -> changeReviewers(s, it.named()));
      case StopSeries it -> one(it.series()).ifPresent(this::stop);
      case DeleteSeries it -> one(it.series()).ifPresent(this::delete);
      case UpdateInstance it -> instance(it.instance()).ifPresent(i -> update(i, it));
      case StopInstance it -> instance(it.instance()).ifPresent(this::stop);
      case UpdateStage it -> instance(it.instance()).ifPresent(i -> update(i, it));
      case StopStage it -> instance(it.instance()).ifPresent(i -> stopStage(i, it.stage()));
      case Decide it -> instance(it.instance()).ifPresent(i -> decide(i, it));
      case Join it -> organising.join(it.group(), it.user());
      case Leave it -> organising.leave(it.group(), it.member());
      case Own it -> organising.own(it.group(), it.user());
      case Manage it -> organising.manage(it.user(), it.boss());
      case ToggleGroup it -> organising.toggle(it.group());
      case Pass it -> pass(it.hours());
    }
    var seen = service.lines(names);
    assertThat(differences(seen, lines())).isEmpty();
    history.goOn(seen);
  }

  /** What is too much in the service, with a plus, and what is missing there, with a minus. */
  private static List<String> differences(List<String> seen, List<String> expected) {
    var tooMuch = new ArrayList<>(seen);
    expected.forEach(tooMuch::remove);
    var missing = new ArrayList<>(expected);
    seen.forEach(missing::remove);
    return Stream.concat(tooMuch.stream().map("+ "::concat), missing.stream().map("- "::concat))
        .toList();
  }

  private List<String> lines() {
    var lines = new ArrayList<>(people.lines());
    series.values().forEach(one -> lines.addAll(one.lines(name(one))));
    return lines.stream().sorted().toList();
  }

  private String name(ModelSeries one) {
    return names.getOrDefault(one.id, "");
  }

  /** An instance, and the series that it is of. */
  private record Place(ModelSeries of, ModelInstance instance) {}

  private Optional<ModelSeries> one(int pick) {
    return picked(series.values().stream().toList(), pick);
  }

  private Optional<Place> instance(int pick) {
    var all =
        series.values().stream()
            .flatMap(of -> of.instances().stream().map(one -> new Place(of, one)))
            .toList()
            .reversed(); // what started last is picked most
    return picked(all, pick);
  }

  private static <T> Optional<T> picked(List<T> all, int pick) {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(pick % all.size()));
  }

  private String path(Place place) {
    return place.of().id + "/instances/" + service.instance(place.of().id, place.instance().key());
  }

  private void create(Create it) {
    var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    var over = !now.isBefore(at(monday).plus(Duration.ofDays(it.plan().totalDays())));
    var plan = it.plan().startingOn(monday.plusWeeks(over ? it.weeks() + 1 : it.weeks()));
    var one = new ModelSeries(Service.create(plan.body()), plan);
    series.put(one.id, one);
    names.put(one.id, "series" + (names.size() + 1));
    settle();
  }

  private static Instant at(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private void pass(int hours) {
    Service.pass(hours);
    now = now.plus(Duration.ofHours(hours));
    settle();
  }

  /** Everything due by now happens in the model, in the order of time. */
  private void settle() {
    for (var due = earliest(); due.isPresent() && !due.get().isAfter(now); due = earliest()) {
      var at = due.get();
      series.values().stream()
          .filter(one -> one.due().filter(at::equals).isPresent())
          .forEach(one -> one.happen(at, people));
    }
  }

  private Optional<Instant> earliest() {
    return series.values().stream().flatMap(one -> one.due().stream()).min(Instant::compareTo);
  }

  private static void changeEnding(ModelSeries one, ChangeEnding it) {
    assertThat(Service.patch(one.id, "{\"settings\":{%s}}".formatted(it.ending().json())))
        .isEqualTo(Outcome.DONE);
    one.change(it.ending());
  }

  private static void changeReviewers(ModelSeries one, List<String> named) {
    var wanted = new Reviewing(Who.NAMED, named, one.named().fallback());
    var answer = Service.patch(one.id, "{\"reviewers\":%s}".formatted(wanted.reviewersJson()));
    if (one.named().who() == Who.NAMED) {
      assertThat(answer).isEqualTo(Outcome.DONE);
      one.rename(wanted);
    } else {
      assertThat(answer).isEqualTo(new Outcome(400, "propertyNotUpdatable"));
    }
  }

  private void stop(ModelSeries one) {
    assertThat(Service.stop(one.id)).isEqualTo(Outcome.DONE);
    one.stop(people);
  }

  private void delete(ModelSeries one) {
    assertThat(Service.delete(one.id)).isEqualTo(Outcome.DONE);
    series.remove(one.id);
    history.forget(name(one));
  }

  private static Reviewing keeping(boolean keeps, Reviewing before, Reviewing wanted) {
    if (!keeps) {
      return wanted;
    }
    var all = new LinkedHashSet<>(before.fallback());
    all.addAll(wanted.fallback());
    return new Reviewing(wanted.who(), wanted.named(), List.copyOf(all));
  }

  private static String body(Reviewing wanted) {
    return "{\"scope\":{},\"reviewers\":%s,\"fallbackReviewers\":%s}"
        .formatted(wanted.reviewersJson(), wanted.fallbackJson());
  }

  private void update(Place place, UpdateInstance it) {
    var instance = place.instance();
    var wanted = keeping(it.keeps(), instance.named(), it.wanted());
    var answer = Service.patch(path(place), body(wanted));
    if (!instance.isInProgress()) {
      assertThat(answer).isEqualTo(Outcome.conflict("instanceNotInProgress"));
    } else if (instance.losesFallback(wanted)) {
      assertThat(answer).isEqualTo(Outcome.conflict("fallbackReviewersRemoved"));
    } else {
      assertThat(answer).isEqualTo(Outcome.OK);
      instance.rename(wanted, people);
    }
  }

  private void stop(Place place) {
    var answer = Service.stop(path(place));
    if (place.instance().isInProgress()) {
      assertThat(answer).isEqualTo(Outcome.DONE);
      place.instance().end(people);
      place.of().follow();
    } else {
      assertThat(answer).isEqualTo(Outcome.conflict("instanceNotInProgress"));
    }
  }

  private Optional<String> stagePath(Place place, int stage) {
    if (!place.instance().isStaged() || stage > place.instance().stage()) {
      return Optional.empty();
    }
    var instance = service.instance(place.of().id, place.instance().key());
    return Optional.of(path(place) + "/stages/" + service.stage(instance, stage));
  }

  private void update(Place place, UpdateStage it) {
    stagePath(place, it.stage()).ifPresent(path -> update(place.instance(), path, it));
  }

  private void update(ModelInstance instance, String path, UpdateStage it) {
    var wanted = keeping(it.keeps(), instance.reviewing(it.stage()), it.wanted());
    var answer = Service.patch(path, body(wanted));
    if (!instance.isOpen(it.stage())) {
      assertThat(answer).isEqualTo(Outcome.conflict("stageNotUpdatable"));
    } else if (instance.stageLosesFallback(it.stage(), wanted)) {
      assertThat(answer).isEqualTo(Outcome.conflict("fallbackReviewersRemoved"));
    } else {
      assertThat(answer).isEqualTo(Outcome.OK);
      instance.takeOver(it.stage(), wanted, people);
    }
  }

  private void stopStage(Place place, int stage) {
    stagePath(place, stage).ifPresent(path -> stopStage(place, stage, path));
  }

  private void stopStage(Place place, int stage, String path) {
    var answer = Service.stop(path);
    if (place.instance().isOpen(stage)) {
      assertThat(answer).isEqualTo(Outcome.DONE);
      place.instance().endStage(now, people);
      place.of().follow();
    } else {
      assertThat(answer).isEqualTo(Outcome.conflict("stageNotInProgress"));
    }
  }

  /** What is not open stays as it is, or is refused where nothing is open any more. */
  private void decide(Place place, Decide it) {
    picked(place.instance().items(), it.item())
        .ifPresent(
            item -> {
              var answer = Service.decide(path(place), item.user, it.decision());
              if (place.instance().isInProgress()) {
                assertThat(answer).isEqualTo(Outcome.DONE);
              } else {
                assertThat(answer).isEqualTo(Outcome.conflict("instanceNotInProgress"));
              }
              if (place.instance().isOpen(item)) {
                item.decide(it.decision());
              }
            });
  }
}
