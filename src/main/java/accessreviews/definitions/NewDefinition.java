package accessreviews.definitions;

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

/** What a caller wants a new series to be; refuses what is missing and what no directory knows. */
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
    requireSupported("scope", scope, QueryForm.SCOPE);
    if (instanceEnumerationScope != null) {
      requireSupported("instanceEnumerationScope", instanceEnumerationScope, QueryForm.ENUMERATION);
    } else if (scope.isRelative()) {
      throw Refused.missing(
          "instanceEnumerationScope", "the groups to which the relative query of scope applies");
    }
    stageSettings.requireSequence();
  }

  private static void requireSupported(String member, Scope scope, List<QueryForm> forms) {
    try {
      switch (scope) {
        case QueryScope query -> QueryForm.require(forms, query.query());
        case InactiveUsersQueryScope query -> QueryForm.require(forms, query.query());
        case PrincipalResourceMembershipsScope memberships -> {
          requireEach("principalScopes", memberships.principalScopes(), QueryForm.PRINCIPALS);
          requireEach("resourceScopes", memberships.resourceScopes(), QueryForm.RESOURCES);
        }
      }
    } catch (Refused refused) {
      throw refused.under(member);
    }
  }

  private static void requireEach(String member, List<Scope> scopes, List<QueryForm> forms) {
    for (var i = 0; i < scopes.size(); i++) {
      requireSupported(member + "[" + i + "]", scopes.get(i), forms);
    }
  }
}
