package accessreviews.tutorials;

import static accessreviews.testing.rows.Organisation.id;

/**
 * The reviews of the tutorials, with the members, forms and settings of the reference's bodies;
 * only ids and days are the tests' own. The days begin on 2026-01-05.
 */
final class TutorialReviews {
  static final String REMOVE_ACCESS = "removeAccessApplyAction";
  static final String DISABLE_AND_DELETE = "disableAndDeleteUserApplyAction";

  private TutorialReviews() {}

  /** Once, for five days; silence is a denial. The scopes come without their types. */
  static String selfReview(String group) {
    return """
    {"displayName":"Members of a group, by themselves",
     "descriptionForAdmins":"Who still needs the group",
     "descriptionForReviewers":"Do you still need the group?",
     "scope":{"query":"/groups/%1$s/transitiveMembers","queryType":"MicrosoftGraph"},
     "instanceEnumerationScope":{"query":"/groups/%1$s","queryType":"MicrosoftGraph"},
     "reviewers":[],
     "settings":{"mailNotificationsEnabled":true,"reminderNotificationsEnabled":true,
      "justificationRequiredOnApproval":true,"defaultDecisionEnabled":true,
      "defaultDecision":"Deny","instanceDurationInDays":5,"autoApplyDecisionsEnabled":true,
      "recommendationsEnabled":true,
      "recurrence":{"pattern":null,
       "range":{"type":"numbered","numberOfOccurrences":0,"recurrenceTimeZone":null,
        "startDate":"2026-01-05","endDate":"2026-12-31"}},
      "applyActions":[{"@odata.type":"#microsoft.graph.removeAccessApplyAction"}]}}"""
        .formatted(id(group));
  }

  /** Every week, for three days; silence decides nothing, and nothing is applied by itself. */
  static String managers(String group, String fallback) {
    return """
    {"displayName":"Members of a group, by their managers",
     "descriptionForAdmins":"Managers, or the helpdesk for who has none",
     "descriptionForReviewers":"Do your people still need the group?",
     "scope":{"@odata.type":"#microsoft.graph.accessReviewQueryScope",
      "query":"/groups/%1$s/transitiveMembers","queryType":"MicrosoftGraph"},
     "reviewers":[
      {"query":"./manager","queryType":"MicrosoftGraph","queryRoot":"decisions"}],
     "fallbackReviewers":[
      {"query":"/groups/%2$s/transitiveMembers","queryType":"MicrosoftGraph"}],
     "settings":{"mailNotificationsEnabled":true,"reminderNotificationsEnabled":true,
      "justificationRequiredOnApproval":true,"defaultDecisionEnabled":false,
      "defaultDecision":"None","instanceDurationInDays":3,"recommendationsEnabled":true,
      "recurrence":{"pattern":{"type":"weekly","interval":1},
       "range":{"type":"noEnd","startDate":"2026-01-05T12:02:30.667Z"}}}}"""
        .formatted(id(group), id(fallback));
  }

  /** Every week: two days of a user, two of the managers, two of the group's owners. */
  static String stages(String group, String first, String fallback) {
    return """
    {"displayName":"Members of a group, in stages",
     "descriptionForAdmins":"Three pairs of eyes",
     "descriptionForReviewers":"Who still needs the group?",
     "scope":{"@odata.type":"#microsoft.graph.accessReviewQueryScope",
      "query":"/groups/%1$s/transitiveMembers","queryType":"MicrosoftGraph"},
     "stageSettings":[
      {"stageId":"1","durationInDays":2,"recommendationsEnabled":false,
       "decisionsThatWillMoveToNextStage":["NotReviewed","Approve"],
       "reviewers":[{"query":"/users/%2$s","queryType":"MicrosoftGraph"}]},
      {"stageId":"2","dependsOn":["1"],"durationInDays":2,"recommendationsEnabled":true,
       "decisionsThatWillMoveToNextStage":["Approve"],
       "reviewers":[
        {"query":"./manager","queryType":"MicrosoftGraph","queryRoot":"decisions"}],
       "fallbackReviewers":[
        {"query":"/groups/%3$s/transitiveMembers","queryType":"MicrosoftGraph"}]},
      {"stageId":"3","dependsOn":["2"],"durationInDays":2,"recommendationsEnabled":true,
       "reviewers":[{"query":"/groups/%1$s/owners","queryType":"MicrosoftGraph"}]}],
     "settings":{"instanceDurationInDays":6,"autoApplyDecisionsEnabled":true,
      "recurrence":{"pattern":{"type":"weekly","interval":1},
       "range":{"type":"noEnd","startDate":"2026-01-05T12:02:30.667Z"}},
      "decisionHistoriesForReviewersEnabled":true}}"""
        .formatted(id(group), id(first), id(fallback));
  }

  /** Every quarter, for three days; silence is a denial. */
  static String guestsOfAllGroups(String fallback, String applyAction) {
    return """
    {"displayName":"Guests of all groups",
     "scope":{"@odata.type":"#microsoft.graph.accessReviewQueryScope",
      "query":"./members/microsoft.graph.user/?$count=true&$filter=(userType eq 'Guest')",
      "queryType":"MicrosoftGraph"},
     "instanceEnumerationScope":{"@odata.type":"#microsoft.graph.accessReviewQueryScope",
      "query":"/v1.0/groups?$filter=(groupTypes/any(c:c+eq+'Unified'))&$count=true",
      "queryType":"MicrosoftGraph","queryRoot":null},
     "reviewers":[{"query":"./owners","queryType":"MicrosoftGraph","queryRoot":null}],
     "fallbackReviewers":[{"query":"/users/%s","queryType":"MicrosoftGraph"}],
     "settings":{"mailNotificationsEnabled":true,"reminderNotificationsEnabled":true,
      "justificationRequiredOnApproval":true,"defaultDecisionEnabled":true,
      "defaultDecision":"Deny","instanceDurationInDays":3,"autoApplyDecisionsEnabled":true,
      "recommendationsEnabled":true,"recommendationLookBackDuration":"P30D",
      "decisionHistoriesForReviewersEnabled":false,
      "recurrence":{
       "pattern":{"type":"absoluteMonthly","interval":3,"month":0,"dayOfMonth":0,
        "daysOfWeek":[],"firstDayOfWeek":"sunday","index":"first"},
       "range":{"type":"endDate","numberOfOccurrences":0,"recurrenceTimeZone":null,
        "startDate":"2026-01-05","endDate":"2027-01-05"}},
      "applyActions":[{"@odata.type":"#microsoft.graph.%s"}]}}"""
        .formatted(id(fallback), applyAction);
  }

  /** Every quarter, for three days; the stray apostrophe is the reference's. */
  static String inactiveGuestsOfTeams(String fallback) {
    return """
    {"displayName":"Inactive guests of teams",
     "descriptionForAdmins":"Guests who have not been here for a month",
     "descriptionForReviewers":"Do they still work with us?",
     "instanceEnumerationScope":{"@odata.type":"#microsoft.graph.accessReviewQueryScope",
      "query":"/groups?$filter=(groupTypes/any(c:c+eq+'Unified') and resourceProvisioningOptions/Any(x:x eq 'Team')')",
      "queryType":"MicrosoftGraph"},
     "scope":{"@odata.type":"#microsoft.graph.accessReviewInactiveUsersQueryScope",
      "query":"./members/microsoft.graph.user/?$filter=(userType eq 'Guest')",
      "queryType":"MicrosoftGraph","inactiveDuration":"P30D"},
     "reviewers":[{"query":"./owners","queryType":"MicrosoftGraph"}],
     "fallbackReviewers":[{"query":"/users/%s","queryType":"MicrosoftGraph"}],
     "settings":{"mailNotificationsEnabled":true,"reminderNotificationsEnabled":true,
      "justificationRequiredOnApproval":true,"recommendationsEnabled":true,
      "instanceDurationInDays":3,
      "recurrence":{"pattern":{"type":"absoluteMonthly","dayOfMonth":5,"interval":3},
       "range":{"type":"noEnd","startDate":"2026-01-05T00:00:00.000Z"}},
      "defaultDecisionEnabled":true,"defaultDecision":"Deny","autoApplyDecisionsEnabled":true}}"""
        .formatted(id(fallback));
  }

  /** Twice a year, for half a year; silence follows the recommendation. */
  static String application(String application, String fallback) {
    return """
    {"displayName":"Users of an application","descriptionForAdmins":"Who uses the application",
     "scope":{"@odata.type":"#microsoft.graph.principalResourceMembershipsScope",
      "principalScopes":[{"@odata.type":"#microsoft.graph.accessReviewQueryScope",
       "query":"/users","queryType":"MicrosoftGraph"}],
      "resourceScopes":[{"@odata.type":"#microsoft.graph.accessReviewQueryScope",
       "query":"/servicePrincipals/%s","queryType":"MicrosoftGraph"}]},
     "reviewers":[
      {"query":"./manager","queryType":"MicrosoftGraph","queryRoot":"decisions"}],
     "fallbackReviewers":[
      {"query":"/groups/%s/transitiveMembers","queryType":"MicrosoftGraph"}],
     "settings":{"mailNotificationsEnabled":true,"reminderNotificationsEnabled":true,
      "justificationRequiredOnApproval":true,"defaultDecisionEnabled":true,
      "defaultDecision":"Recommendation","instanceDurationInDays":180,
      "autoApplyDecisionsEnabled":true,"recommendationsEnabled":true,
      "recurrence":{"pattern":{"type":"absoluteMonthly","interval":6,"dayOfMonth":0},
       "range":{"type":"numbered","startDate":"2026-01-05","endDate":"2027-01-05"}}}}"""
        .formatted(id(application), id(fallback));
  }

  /** Every quarter, for a day; nothing is applied by itself. */
  static String role(String role, String reviewer) {
    return """
    {"displayName":"Users and groups in a role","descriptionForAdmins":"Who administers",
     "scope":{"@odata.type":"#microsoft.graph.principalResourceMembershipsScope",
      "principalScopes":[
       {"@odata.type":"#microsoft.graph.accessReviewQueryScope",
        "query":"/users","queryType":"MicrosoftGraph"},
       {"@odata.type":"#microsoft.graph.accessReviewQueryScope",
        "query":"/groups","queryType":"MicrosoftGraph"}],
      "resourceScopes":[{"@odata.type":"#microsoft.graph.accessReviewQueryScope",
       "query":"/roleManagement/directory/roleDefinitions/%s","queryType":"MicrosoftGraph"}]},
     "reviewers":[{"query":"/users/%s","queryType":"MicrosoftGraph"}],
     "settings":{"mailNotificationsEnabled":true,"reminderNotificationsEnabled":true,
      "justificationRequiredOnApproval":true,"defaultDecisionEnabled":false,
      "defaultDecision":"None","instanceDurationInDays":1,"recommendationsEnabled":false,
      "recurrence":{"pattern":{"type":"absoluteMonthly","interval":3},
       "range":{"type":"noEnd","startDate":"2026-01-05"}}}}"""
        .formatted(role, id(reviewer));
  }
}
