package accessreviews.notifications.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.notifications.webhooks.Receiver.Received;
import accessreviews.testing.Eventually;
import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.lanes.InProcessOnly;
import accessreviews.testing.rows.Organisation;
import accessreviews.testing.rows.Statements;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who automates is told what happens in reviews, in its order and at least once. */
@InProcessOnly("has receivers of its own")
@QuarkusTest
class WebhooksHttpTest extends LifeHttpTest {
  @Inject @PersistenceUnitExtension Statements statements;

  private Receiver receiver;
  private Receiver other;

  @BeforeEach
  void organisation() throws IOException {
    receiver = new Receiver();
    other = new Receiver();
    Organisation.users("adalovelace", "bobmarley", "chiefofstaff");
    Organisation.group("staff", "adalovelace", "bobmarley");
  }

  @AfterEach
  void close() {
    receiver.close();
    other.close();
  }

  private static void subscribe(Subscription... all) {
    QuarkusMock.installMockForType(new Subscriptions(Arrays.asList(all)), Subscriptions.class);
  }

  private static String review() {
    return start(reviewOf("staff", user("chiefofstaff")));
  }

  @Test
  void aReviewIsToldInItsOrder() throws Exception {
    subscribe(receiver.subscription("crm"));
    var series = review();
    var instance = latest(series);
    decide(instance, "adalovelace", "Deny");
    batch(series, instance, "Approve");
    stop(instancePath(series, instance));
    request().post(instancePath(series, instance) + "/applyDecisions").then().statusCode(204);

    becomes(
        receiver,
        "instance.started",
        "decision.recorded",
        "decision.recorded",
        "instance.completed",
        "instance.applied");

    var started = receiver.received().getFirst();
    assertThat(started.event().getSource()).hasScheme("http");
    assertThat(started.event().getSubject()).isEqualTo(instancePath(series, instance));
    assertThat(started.event().getTime()).isEqualTo("2026-01-05T09:00:00Z");
    assertThat(started.event().getDataContentType()).isEqualTo("application/json");
    assertThat(data(started).at("/status").asText()).isEqualTo("InProgress");
    assertThat(counts(started)).isEqualTo("0 0 0 2");
    assertThat(data(receiver.received().get(1)).at("/call").asText()).isEqualTo("single");
    assertThat(counts(receiver.received().get(1))).isEqualTo("0 1 0 0");
    assertThat(data(receiver.received().get(2)).at("/call").asText()).isEqualTo("batch");
    assertThat(counts(receiver.received().get(2))).isEqualTo("2 0 0 0");
    assertThat(counts(receiver.received().get(3))).isEqualTo("2 0 0 0");
    assertThat(receiver.received())
        .allSatisfy(
            one ->
                assertThat(one.body())
                    .doesNotContain(
                        "adalovelace", "bobmarley", "chiefofstaff", "decider", "example", "known"));
    Eventually.becomes(List.of("sent"), () -> webhooks("state").stream().distinct().toList());
  }

  @Test
  void theDataAreTheInstanceAsTheApiAnswersWithIt() throws Exception {
    subscribe(receiver.subscription("crm"));
    var series = review();
    becomes(receiver, "instance.started");

    var answered = tree(request().get(instancePath(series, latest(series))).asString());
    var told = data(receiver.received().getFirst());

    answered
        .properties()
        .forEach(
            member -> {
              if (!member.getKey().equals("@odata.context")) {
                assertThat(told.get(member.getKey()))
                    .as(member.getKey())
                    .isEqualTo(member.getValue());
              }
            });
  }

  @Test
  void eachStageIsTold() throws Exception {
    subscribe(receiver.subscription("crm"));
    var series =
        start(
            reviewOf("staff")
                .with(
                    "stageSettings",
                    "["
                        + stage(1, 2, "", user("chiefofstaff"))
                        + ","
                        + stage(2, 2, "", user("bobmarley"))
                        + "]"));
    advance("P2D");
    var stages = stageIds(series, latest(series));
    advance("P2D");

    becomes(receiver, "instance.started", "stage.started", "stage.started", "instance.completed");
    assertThat(data(receiver.received().get(1)).at("/stage/id").asText()).isEqualTo(stages.get(0));
    assertThat(data(receiver.received().get(2)).at("/stage/id").asText()).isEqualTo(stages.get(1));
    assertThat(data(receiver.received().get(2)).at("/stage/endDateTime").asText())
        .isEqualTo(
            request()
                .get(stagePath(series, latest(series), 1))
                .then()
                .extract()
                .<String>path("endDateTime"));
  }

  @Test
  void theOrderStaysWhenAReceiverWasDown() throws Exception {
    subscribe(receiver.subscription("crm"));
    receiver.answers(503);
    var series = review();
    becomes(receiver, "instance.started");
    Eventually.becomes(List.of("HTTP 503"), () -> webhooks("failure"));
    decide(latest(series), "adalovelace", "Deny");

    receiver.answers(204);
    advance("PT5S");

    becomes(receiver, "instance.started", "instance.started", "decision.recorded");
    assertThat(receiver.received().get(1).body()).isEqualTo(receiver.received().get(0).body());
  }

  @Test
  void whatIsNotTakenForADayIsGivenUpAndTheRestGoesOn() throws Exception {
    subscribe(receiver.subscription("crm"));
    receiver.answers(500);
    var series =
        start(reviewOf("staff", user("chiefofstaff")).with("settings.instanceDurationInDays", "3"));
    becomes(receiver, "instance.started");
    Eventually.becomes(List.of("HTTP 500"), () -> webhooks("failure"));

    advance("P1D");
    System.err.println(
        "KINDS " + webhooks("kind") + webhooks("created_date_time") + webhooks("data"));
    Eventually.becomes(List.of("failed"), () -> webhooks("state"));
    receiver.answers(204);
    decide(latest(series), "adalovelace", "Deny");

    becomes(receiver, "instance.started", "instance.started", "decision.recorded");
  }

  @Test
  void oneThatIsGoneGetsNothingMore() throws Exception {
    subscribe(receiver.subscription("crm"), other.subscription("erp"));
    receiver.answers(410);
    var series = review();
    Eventually.becomes(
        List.of("crm failed", "erp sent"), () -> webhooks("subscription || ' ' || state"));

    decide(latest(series), "adalovelace", "Deny");

    becomes(other, "instance.started", "decision.recorded");
    assertThat(receiver.received()).hasSize(1);
    assertThat(rows.strings("select failure from notice where subscription = 'crm'"))
        .containsExactly("HTTP 410");
  }

  @Test
  void aSlowReceiverDelaysOnlyItself() throws Exception {
    var end = new CountDownLatch(1);
    receiver.answers(
        exchange -> {
          end.await();
          exchange.sendResponseHeaders(204, -1);
        });
    subscribe(receiver.subscription("slow"), other.subscription("quick"));

    for (var review = 0; review < 2 * Subscription.AT_ONCE; review++) {
      review();
    }

    Eventually.becomes(2 * Subscription.AT_ONCE, () -> other.received().size());
    Eventually.becomes(Subscription.AT_ONCE, () -> receiver.received().size());
    end.countDown();
    Eventually.becomes(2 * Subscription.AT_ONCE, () -> receiver.received().size());
  }

  @Test
  void anAnswerCostsOneInsertMoreAndNothingWithoutReceivers() throws Exception {
    var series = review();
    var instance = latest(series);
    var without = verbs(batch(series, instance, "Deny"));
    assertThat(rows.strings("select id from notice where channel = 'webhook'")).isEmpty();

    subscribe(receiver.subscription("crm"), other.subscription("erp"));
    var with = verbs(batch(series, instance, "Approve"));

    assertThat(with).startsWith(without.toArray(String[]::new)).hasSize(without.size() + 1);
    assertThat(with).endsWith("insert");
    becomes(receiver, "decision.recorded");
  }

  /** Of the rows of events, in the order in which they were queued. */
  private List<String> webhooks(String shown) {
    return rows.strings(
        "select %s from notice where channel = 'webhook' order by id".formatted(shown));
  }

  private List<String> verbs(String requestId) {
    return statements.of(requestId).stream()
        .map(sql -> sql.substring(0, sql.indexOf(' ')))
        .toList();
  }

  /** Answers all items of an instance; returns the id of the request. */
  private static String batch(String series, String instance, String decision) {
    return json("{\"decision\":\"%s\",\"justification\":\"known\"}".formatted(decision))
        .post(instancePath(series, instance) + "/batchRecordDecisions")
        .then()
        .statusCode(204)
        .extract()
        .header("request-id");
  }

  private static void becomes(Receiver receiver, String... kinds) throws InterruptedException {
    Eventually.becomes(List.of(kinds), receiver::kinds);
  }

  private static JsonNode data(Received received) throws IOException {
    return tree(new String(Objects.requireNonNull(received.event().getData()).toBytes(), UTF_8));
  }

  private static String counts(Received received) throws IOException {
    var counts = data(received).at("/counts");
    return "%s %s %s %s"
        .formatted(
            counts.get("Approve"),
            counts.get("Deny"),
            counts.get("DontKnow"),
            counts.get("NotReviewed"));
  }

  private static JsonNode tree(String json) throws IOException {
    return new ObjectMapper().readTree(json);
  }
}
