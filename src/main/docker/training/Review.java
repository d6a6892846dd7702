import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What clients do with a review, from its creation to its end. */
final class Review {
  static final String REVIEWS = "/v1.0/identityGovernance/accessReviews/definitions";

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String GROUP = "/v1.0/groups";
  private static final String USERS = "/v1.0/users";

  private final Service service;

  Review(Service service) {
    this.service = service;
  }

  /** A group with some members; answers its id. */
  String organisation(String reviewer) throws Exception {
    var token = service.application();
    var group = UUID.randomUUID().toString();
    service.sent(
        "POST", GROUP, token, "{\"id\":\"%s\",\"displayName\":\"Trainees\"}".formatted(group), 201);
    var members = new ArrayList<>(List.of(reviewer));
    for (var i = 0; i < 10; i++) {
      members.add(UUID.randomUUID().toString());
    }
    for (var id : members) {
      service.sent(
          "POST",
          USERS,
          token,
          "{\"id\":\"%1$s\",\"displayName\":\"Trainee\",\"userPrincipalName\":\"%1$s@example.com\"}"
              .formatted(id),
          201);
      service.sent(
          "POST",
          GROUP + "/" + group + "/members/$ref",
          token,
          "{\"@odata.id\":\"https://example.com/v1.0/directoryObjects/%s\"}".formatted(id),
          204);
    }
    return group;
  }

  /** One review from its creation to its end, with what clients ask on the way. */
  void review(String group, String reviewer) throws Exception {
    var administrator = service.application();
    var user = service.delegated(reviewer);
    var definition = created(administrator, group, reviewer);
    var series = REVIEWS + "/" + definition;
    var instances = series + "/instances";
    service.read(
        REVIEWS + "?$top=5&$filter=displayName%20eq%20'Training'&$expand=instances", administrator);
    service.read(series, administrator);
    var instance = instances + "/" + awaitInstance(instances, administrator);
    service.read(instance, administrator);
    service.read(instance + "/stages", administrator);
    service.read(instance + "/contactedReviewers", administrator);
    service.read(instance + "/decisions?$orderby=decision&$count=true", administrator);
    service.sent("PUT", instance, administrator, instanceUpdate(reviewer), 200);
    service.sent("PATCH", series, administrator, "{\"displayName\":\"Training again\"}", 204);
    var own =
        service.send("GET", instance + "/decisions/filterByCurrentUser(on='reviewer')", user, null);
    service.sent(
        "PATCH",
        instance + "/decisions/" + Service.firstId(own.body()),
        user,
        "{\"decision\":\"Approve\",\"justification\":\"trains\"}",
        204);
    service.sent(
        "POST", instance + "/batchRecordDecisions", user, "{\"decision\":\"DontKnow\"}", 204);
    service.sent(
        "POST",
        "/v1.0/$batch",
        administrator,
        """
        {"requests":[{"id":"1","method":"GET","url":"%s"},{"id":"2","method":"GET","url":"%s"}]}"""
            .formatted(below(series), below(instances)),
        200);
    service.send("GET", series, null, null); // 401
    service.send("GET", REVIEWS + "/" + UUID.randomUUID(), administrator, null); // 404
    service.sent("POST", instance + "/stop", administrator, "", 204);
    service.sent("POST", instance + "/applyDecisions", administrator, "", 204);
    service.sent("DELETE", series, administrator, null, 204);
  }

  String created(String token, String group, String reviewer) throws Exception {
    var body =
        """
        {"displayName":"Training","descriptionForAdmins":"of the JVM",
         "scope":{"@odata.type":"#microsoft.graph.accessReviewQueryScope",
          "query":"/groups/%s/transitiveMembers","queryType":"MicrosoftGraph"},
         "reviewers":[{"query":"/users/%s","queryType":"MicrosoftGraph"}],
         "settings":{"mailNotificationsEnabled":false,"instanceDurationInDays":3,
          "recommendationsEnabled":true,
          "recurrence":{"pattern":{"type":"weekly","interval":1},
           "range":{"type":"noEnd","startDate":"%s"}}}}"""
            .formatted(group, reviewer, LocalDate.now(ZoneOffset.UTC));
    return Service.firstId(service.sent("POST", REVIEWS, token, body, 201));
  }

  static String instanceUpdate(String reviewer) {
    return """
    {"scope":{"@odata.type":"#microsoft.graph.accessReviewQueryScope","query":"/groups/x",
      "queryType":"MicrosoftGraph"},
     "reviewers":[{"query":"/users/%1$s","queryType":"MicrosoftGraph"}],
     "fallbackReviewers":[{"query":"/users/%1$s","queryType":"MicrosoftGraph"}]}"""
        .formatted(reviewer);
  }

  String awaitInstance(String instances, String token) throws Exception {
    var until = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(until)) {
      var found =
          service
              .send("GET", instances + "?$filter=status%20eq%20'InProgress'", token, null)
              .body();
      if (found.contains("\"id\"")) {
        return Service.firstId(found);
      }
      Thread.sleep(50);
    }
    throw new IllegalStateException("no instance starts");
  }

  private static String below(String path) {
    return path.substring("/v1.0".length());
  }
}
