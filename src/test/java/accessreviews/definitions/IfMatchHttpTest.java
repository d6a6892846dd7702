package accessreviews.definitions;

import static accessreviews.testing.GraphRefusal.notFound;
import static accessreviews.testing.GraphRefusal.notUpdatable;
import static accessreviews.testing.GraphRefusal.stale;
import static accessreviews.testing.GraphRefusal.unreadable;
import static accessreviews.testing.rows.Series.OTHER_GROUP;
import static accessreviews.testing.rows.Series.aSeries;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The version a caller has seen: 404 comes before 412, and 412 before what the body says. */
@QuarkusTest
class IfMatchHttpTest extends DefinitionHttpTest {
  private static final String NOBODY = "00000000-0000-0000-0000-000000000000";
  private static final String STALE = "W/\"99\"";
  private static final String RENAMED = aSeries().named("other").json();
  private static final String OTHER_SCOPE =
      aSeries().ofScope("/groups/" + OTHER_GROUP + "/members").json();

  @Test
  void everyUpdateAnswersTheVersionThatARreadShowsAfterwards() {
    var id = created(aSeries());
    var before = etag(id);

    var put = json(RENAMED).put(path(id));
    changes(put);
    assertThat(put.header("ETag")).isEqualTo(etag(id)).isNotEqualTo(before);

    var patch = json("{\"displayName\":\"third\"}").patch(path(id));
    changes(patch);
    assertThat(patch.header("ETag")).isEqualTo(etag(id)).isNotEqualTo(put.header("ETag"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"W/\"3\"", "\"3\"", "*", "W/\"7\", W/\"3\"", " W/\"3\" "})
  void theVersionThatIsStoredLetsTheUpdateThrough(String ifMatch) {
    var id = created(aSeries()); // version 1, since its first instance has started

    changes(json(RENAMED).header("If-Match", ifMatch).put(path(id)));

    assertThat(shown(id).get("displayName").asText()).isEqualTo("other");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"W/\"0\"", "W/\"2\"", "\"0\"", "3", "W/3", "w/\"3\"", "**", "abc", "W/\"3", ","})
  void anyOtherVersionStopsEveryWrite(String ifMatch) {
    var id = created(aSeries());

    refuses(stale("W/\"3\""), () -> json(RENAMED).header("If-Match", ifMatch).put(path(id)));
    refuses(stale("W/\"3\""), () -> json(RENAMED).header("If-Match", ifMatch).patch(path(id)));
    refuses(stale("W/\"3\""), () -> request().header("If-Match", ifMatch).delete(path(id)));
  }

  @Test
  void aVersionIsUsedUpByTheUpdate() {
    var id = created(aSeries());
    var seen = etag(id);

    changes(json(RENAMED).header("If-Match", seen).put(path(id)));

    refuses(stale(etag(id)), () -> json(RENAMED).header("If-Match", seen).put(path(id)));
  }

  @Test
  void anUnknownIdComesBeforeVersionAndBody() {
    created(aSeries());

    for (var body : new String[] {"{", "[]", OTHER_SCOPE, "{\"displayName\":5}"}) {
      refuses(notFound(NOBODY), () -> put(body, STALE, NOBODY));
      refuses(notFound(NOBODY), () -> patch(body, STALE, NOBODY));
      refuses(notFound("x"), () -> put(body, STALE, "x"));
      refuses(notFound("x"), () -> patch(body, "*", "x"));
    }
    refuses(notFound(NOBODY), () -> request().header("If-Match", STALE).delete(path(NOBODY)));
    refuses(
        notFound(NOBODY), () -> request().body("x").contentType("text/plain").put(path(NOBODY)));
  }

  @Test
  void theVersionComesBeforeTheBody() {
    var id = created(aSeries());

    for (var body : new String[] {"{", "[]", OTHER_SCOPE, "{\"displayName\":5}"}) {
      refuses(stale("W/\"3\""), () -> put(body, STALE, id));
      refuses(stale("W/\"3\""), () -> patch(body, STALE, id));
    }
    refuses(
        stale("W/\"3\""),
        () ->
            request().header("If-Match", STALE).body("x").contentType("text/plain").put(path(id)));
  }

  @Test
  void theBodyIsJudgedOnceIdAndVersionAreRight() {
    var id = created(aSeries());

    refuses(unreadable(), () -> put("{", "*", id));
    refuses(notUpdatable("scope", "cannot be changed"), () -> put(OTHER_SCOPE, "W/\"3\"", id));
  }

  private static Response put(String body, String ifMatch, String id) {
    return json(body).header("If-Match", ifMatch).put(path(id));
  }

  private static Response patch(String body, String ifMatch, String id) {
    return json(body).header("If-Match", ifMatch).patch(path(id));
  }
}
