package accessreviews.definitions;

import accessreviews.definitions.settings.NotificationRecipientItem;
import accessreviews.definitions.settings.ScheduleSettings;
import accessreviews.definitions.settings.StagePlan;
import accessreviews.odata.bodies.Field;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.refusal.Refused;
import accessreviews.reviewers.FallbackReviewers;
import accessreviews.reviewers.Reviewers;
import accessreviews.scopes.Scope;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * The body of a create or an update of a series. Settings stay JSON here, because a PATCH merges
 * them into the stored ones.
 *
 * @param backupReviewers the old name of {@code fallbackReviewers}
 */
@RegisterForReflection
record DefinitionRequest(
    Field<String> displayName,
    Field<String> descriptionForAdmins,
    Field<String> descriptionForReviewers,
    Field<Scope> scope,
    Field<Scope> instanceEnumerationScope,
    Field<Reviewers> reviewers,
    Field<FallbackReviewers> fallbackReviewers,
    Field<FallbackReviewers> backupReviewers,
    Field<StagePlan> stageSettings,
    Field<ObjectNode> settings,
    Field<List<NotificationRecipientItem>> additionalNotificationRecipients) {
  private static final String NAME = "the name of the access review series";
  private static final String SETTINGS = "an accessReviewScheduleSettings object";

  DefinitionRequest {
    reviewers.ifGiven(given -> given.requireSupported("reviewers"));
    fallbackReviewers.ifGiven(given -> given.requireSupported("fallbackReviewers"));
    backupReviewers.ifGiven(given -> given.requireSupported("backupReviewers"));
    stageSettings.ifGiven(StagePlan::requireSupportedReviewers);
    fallbackReviewers = fallbackReviewers.or(backupReviewers);
  }

  /** The series that a create asks for, with defaults. */
  NewDefinition toCreate(JsonBody body) {
    return new NewDefinition(
        requiredName(),
        descriptionForAdmins.orNull(),
        descriptionForReviewers.orNull(),
        required(scope, "scope", "an accessReviewScope object: what is reviewed"),
        instanceEnumerationScope.orNull(),
        reviewers.orElse(Reviewers.SELF),
        fallbackReviewers.orElse(FallbackReviewers.NONE),
        stageSettings.orElse(StagePlan.NONE).settled(),
        body.read(requiredSettings(), ScheduleSettings.class, "settings"),
        additionalNotificationRecipients.orElse(List.of()));
  }

  /**
   * This request with the values that PUT gives to missing members (contract, "Updates where Graph
   * is silent"). Descriptions and fallback reviewers become empty. Missing reviewers or stages that
   * {@code stored} has are refused, because they would turn the series into a self-review.
   */
  DefinitionRequest asWholeOf(AccessReviewScheduleDefinition stored) {
    requiredName();
    requiredSettings();
    return new DefinitionRequest(
        displayName,
        Field.ofNullable(descriptionForAdmins.orNull()),
        Field.ofNullable(descriptionForReviewers.orNull()),
        scope,
        instanceEnumerationScope,
        Field.of(kept(reviewers, "reviewers", Reviewers.SELF, stored.reviewers())),
        Field.of(fallbackReviewers.orElse(FallbackReviewers.NONE)),
        Field.absent(),
        Field.of(kept(stageSettings, "stageSettings", StagePlan.NONE, stored.stageSettings())),
        settings,
        additionalNotificationRecipients);
  }

  private static <T> T kept(Field<T> field, String member, T none, T stored) {
    var sent = field.orNull();
    if (sent == null && !stored.equals(none)) {
      throw Refused.missing(member, "the definition has some; send them as they are to keep them");
    }
    return sent == null ? none : sent;
  }

  /** The name under which fallback reviewers were sent. */
  String fallbackReviewersName() {
    return backupReviewers.isAbsent() ? "fallbackReviewers" : "backupReviewers";
  }

  String requiredName() {
    var name = required(displayName, "displayName", NAME);
    if (name.isBlank()) {
      throw Refused.missing("displayName", NAME);
    }
    return name;
  }

  ObjectNode requiredSettings() {
    return required(settings, "settings", SETTINGS);
  }

  private static <T> T required(Field<T> field, String member, String what) {
    var value = field.orNull();
    if (value == null) {
      throw Refused.missing(member, what);
    }
    return value;
  }
}
