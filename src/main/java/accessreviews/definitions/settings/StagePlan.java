package accessreviews.definitions.settings;

import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Optional;

/** The stages of a series in order, at most three; none if the review has no stages. */
@RegisterForReflection
public record StagePlan(@JsonValue List<StageSettings> stages) {
  /** A review without stages. */
  public static final StagePlan NONE = new StagePlan(List.of());

  private static final int MOST = 3;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public StagePlan {
    stages = List.copyOf(stages);
  }

  public boolean isEmpty() {
    return stages.isEmpty();
  }

  /** Days from the start of the first to the end of the last stage. */
  public int durationInDays() {
    return stages.stream().mapToInt(StageSettings::durationInDays).sum();
  }

  /** The first stage. */
  public Optional<StageSettings> first() {
    return stages.stream().findFirst();
  }

  /** The stage {@code stageId}. */
  public StageSettings stage(String stageId) {
    return stages.stream()
        .filter(stage -> stage.stageId().equals(stageId))
        .findFirst()
        .orElseThrow();
  }

  /** The stage that comes after {@code stageId}. */
  public Optional<StageSettings> after(String stageId) {
    return stages.stream().filter(stage -> stage.dependsOn().contains(stageId)).findFirst();
  }

  /** Refuses more than three stages, and stages that do not follow one another. */
  public void requireSequence() {
    if (stages.size() > MOST) {
      throw Refused.invalid("stageSettings", "at most " + MOST + " stages");
    }
    for (var i = 0; i < stages.size(); i++) {
      var at = "stageSettings[" + i + "].";
      var expectedId = Integer.toString(i + 1);
      if (!stages.get(i).stageId().equals(expectedId)) {
        throw Refused.invalid(at + "stageId", "'" + expectedId + "', its place in the order");
      }
      var before = i == 0 ? List.<String>of() : List.of(Integer.toString(i));
      if (!stages.get(i).dependsOn().equals(before)) {
        throw Refused.invalid(at + "dependsOn", before + ", the stage before it");
      }
    }
  }

  /** Refuses reviewer queries in no supported form. */
  public void requireSupportedReviewers() {
    for (var i = 0; i < stages.size(); i++) {
      var at = "stageSettings[" + i + "].";
      stages.get(i).primary().requireSupported(at + "reviewers");
      stages.get(i).fallback().requireSupported(at + "fallbackReviewers");
    }
  }

  /**
   * The stages after an update, in which only reviewers and fallback reviewers can change (seed
   * "Update accessReviewScheduleDefinition"). A stage cannot lose its reviewers because the update
   * leaves them out.
   */
  public StagePlan replacedBy(StagePlan requested) {
    if (requested.stages.size() != stages.size()) {
      throw notUpdatable("stageSettings");
    }
    for (var i = 0; i < stages.size(); i++) {
      var at = "stageSettings[" + i + "]";
      if (!stages.get(i).isThatOf(requested.stages.get(i))) {
        throw notUpdatable(at);
      }
      if (requested.stages.get(i).reviewers() == null
          && !stages.get(i).primary().scopes().isEmpty()) {
        throw Refused.missing(
            at + ".reviewers", "this stage has reviewers; send [] for self-review");
      }
    }
    return requested.settled();
  }

  private static Refused notUpdatable(String target) {
    return new Refused(
        Refusal.PROPERTY_NOT_UPDATABLE,
        target,
        "In '{target}' only reviewers and fallbackReviewers can be changed.");
  }

  public StagePlan settled() {
    return new StagePlan(stages.stream().map(StageSettings::settled).toList());
  }

  public StagePlan readBack() {
    return new StagePlan(stages.stream().map(StageSettings::readBack).toList());
  }
}
