package accessreviews.definitions;

import accessreviews.definitions.settings.NotificationRecipientItem;
import accessreviews.definitions.settings.ScheduleSettings;
import accessreviews.definitions.settings.StagePlan;
import accessreviews.refusal.Refused;
import accessreviews.reviewers.FallbackReviewers;
import accessreviews.reviewers.Reviewers;
import accessreviews.scopes.InactiveUsersQueryScope;
import accessreviews.scopes.PrincipalResourceMembershipsScope;
import accessreviews.scopes.QueryForm;
import accessreviews.scopes.QueryScope;
import accessreviews.scopes.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A checked new series; refuses missing members and unsupported queries. */
record NewDefinition(
    String displayName,
    @Nullable String descriptionForAdmins,
    @Nullable String descriptionForReviewers,
    Scope scope,
    @Nullable Scope instanceEnumerationScope,
    Reviewers reviewers,
    FallbackReviewers fallbackReviewers,
    StagePlan stageSettings,
    ScheduleSettings settings,
    List<NotificationRecipientItem> additionalNotificationRecipients) {

  NewDefinition {
    requireSupported(scope);
    if (instanceEnumerationScope != null) {
      requireQuery("instanceEnumerationScope", instanceEnumerationScope, QueryForm.ENUMERATION);
      requireAppliesTo(scope, instanceEnumerationScope);
    } else if (scope.isRelative()) {
      throw Refused.missing(
          "instanceEnumerationScope", "the groups to which the relative query of scope applies");
    }
    stageSettings.requireSequence();
  }

  /**
   * Refuses a scope that does not apply to {@code groups}: it would show one group, and review
   * others. A scope that is not relative can only be that of the one group that is named again.
   */
  private static void requireAppliesTo(Scope scope, Scope groups) {
    if (!(scope instanceof PrincipalResourceMembershipsScope)
        && !scope.isRelative()
        && (groups.reviewedGroup().isEmpty()
            || !scope.reviewedGroup().equals(groups.reviewedGroup()))) {
      throw Refused.invalid(
          "scope", "a query relative to the groups of instanceEnumerationScope, such as ./members");
    }
  }

  private static void requireSupported(Scope scope) {
    if (scope instanceof PrincipalResourceMembershipsScope memberships) {
      requireEach("scope.principalScopes", memberships.principalScopes(), QueryForm.PRINCIPALS);
      requireEach("scope.resourceScopes", memberships.resourceScopes(), QueryForm.RESOURCES);
      requireOneKind(memberships);
    } else {
      requireQuery("scope", scope, QueryForm.SCOPE);
    }
  }

  /**
   * Refuses resources of both kinds, because the kind determines who may read and write the review.
   */
  private static void requireOneKind(PrincipalResourceMembershipsScope memberships) {
    if (memberships.resourceScopes().stream().map(Scope::resourceKind).distinct().count() > 1) {
      throw Refused.invalid(
          "scope.resourceScopes", "either Microsoft Entra roles or other resources, not both");
    }
  }

  private static void requireEach(String member, List<Scope> scopes, List<QueryForm> forms) {
    for (var i = 0; i < scopes.size(); i++) {
      requireQuery(member + "[" + i + "]", scopes.get(i), forms);
    }
  }

  private static void requireQuery(String member, Scope scope, List<QueryForm> forms) {
    try {
      switch (scope) {
        case QueryScope query -> QueryForm.require(forms, query.query());
        case InactiveUsersQueryScope query -> QueryForm.require(forms, query.query());
        case PrincipalResourceMembershipsScope memberships ->
            throw Refused.invalid(
                "@odata.type", "accessReviewQueryScope or accessReviewInactiveUsersQueryScope");
      }
    } catch (Refused refused) {
      throw refused.under(member);
    }
  }
}
