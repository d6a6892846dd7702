package accessreviews.odata.batch;

import static accessreviews.odata.batch.BatchHttpTest.SET;
import static accessreviews.odata.batch.BatchHttpTest.answered;
import static accessreviews.odata.batch.BatchHttpTest.get;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.HttpTest;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** Whose token, host and ids the requests of a batch have. */
@QuarkusTest
class BatchTokensHttpTest extends HttpTest {
  /** The Authorization headers of all calls, in the order of their arrival. */
  @ApplicationScoped
  static class Heard {
    private final ConcurrentLinkedQueue<List<String>> tokens = new ConcurrentLinkedQueue<>();

    List<List<String>> all() {
      return List.copyOf(tokens);
    }

    void forget() {
      tokens.clear();
    }

    void listen(@Observes Filters filters) {
      filters.register(
          call -> {
            tokens.add(call.request().headers().getAll("Authorization"));
            call.next();
          },
          1);
    }
  }

  @DisabledOnIntegrationTest("looks into the process")
  @Test
  void everyRequestIsMadeWithTheTokenOfTheBatch() {
    var heard = Arc.container().select(Heard.class).get();
    for (var outer : new String[] {"", "Bearer outer"}) {
      heard.forget();
      var request = outer.isEmpty() ? request() : request().header("Authorization", outer);
      answered(
          request,
          "v1.0",
          "{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/nothing\",\"headers\":"
              + "{\"authorization\":\"Bearer inner\"}}",
          "{\"id\":\"2\",\"method\":\"GET\",\"url\":\"/nothing\",\"headers\":"
              + "{\"AUTHORIZATION\":\"Basic x\"}}");

      var token = heard.all().getFirst();
      assertThat(token).doesNotContain("Bearer inner");
      assertThat(heard.all()).hasSize(3).containsOnly(token);
    }
  }

  @Test
  void answersNameTheHostThatTheCallerSees() {
    var answers =
        answered(
            request().header("Host", "reviews.example:8443"),
            "v1.0",
            get("1", SET),
            "{\"id\":\"2\",\"method\":\"GET\",\"url\":\""
                + SET
                + "\",\"headers\":"
                + "{\"Host\":\"elsewhere\",\"X-Forwarded-Host\":\"elsewhere\"}}");

    assertThat(answers.getList("responses.body.'@odata.context'"))
        .containsOnly(
            "http://reviews.example:8443/v1.0/$metadata#identityGovernance/accessReviews/definitions");
  }

  @Test
  void aRequestHasTheIdsThatItsCallerGivesIt() {
    var answers =
        answered(
            request().header("client-request-id", "batch"),
            "v1.0",
            get("1", "/nothing"),
            "{\"id\":\"2\",\"method\":\"GET\",\"url\":\"/nothing\",\"headers\":"
                + "{\"Client-Request-Id\":\"second\"}}");

    assertThat(answers.getList("responses.headers.client-request-id"))
        .containsExactly("batch", "second");
    assertThat(answers.getList("responses.body.error.innerError.client-request-id"))
        .containsExactly("batch", "second");
    assertThat(answers.getList("responses.headers.request-id")).doesNotHaveDuplicates();
  }
}
