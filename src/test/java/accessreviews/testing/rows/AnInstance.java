package accessreviews.testing.rows;

import accessreviews.testing.Bodies;
import accessreviews.testing.HttpTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * An instance to be stored past the service, since no call leads to every state: {@code
 * anInstance().inStatus("Applied").in(rows)}. Without more it is {@code InProgress} for a week.
 */
public final class AnInstance {
  /** The group that a stored instance reviews. */
  public static final String GROUP = "0a1b2c3d-0000-4000-8000-00000000000a";

  /** Its scope as stored; it is read back with the service root. */
  public static final String SCOPE =
      """
      {"@odata.type":"#microsoft.graph.accessReviewQueryScope","queryType":"MicrosoftGraph",
       "query":"/groups/%s/transitiveMembers"}"""
          .formatted(GROUP);

  private final String id = UUID.randomUUID().toString();
  private String definition = "";
  private String status = "InProgress";
  private Instant start = HttpTest.NOW.minus(Duration.ofDays(1));
  private Instant end = HttpTest.NOW.plus(Duration.ofDays(6));
  private String reviewers = "[]";
  private String fallbackReviewers = "[]";

  private AnInstance() {}

  public static AnInstance anInstance() {
    return new AnInstance();
  }

  /** An instance as it was stored: where it is. */
  public record Stored(String definition, String id) {
    public String path() {
      return path("/v1.0");
    }

    public String path(String root) {
      return root
          + "/identityGovernance/accessReviews/definitions/%s/instances/%s"
              .formatted(definition, id);
    }
  }

  /** In the same series as {@code sibling}; otherwise in one of its own. */
  public AnInstance ofTheSeriesOf(Stored sibling) {
    definition = sibling.definition();
    return this;
  }

  public AnInstance inStatus(String name) {
    status = name;
    return this;
  }

  public AnInstance from(Instant instant) {
    start = instant;
    return this;
  }

  public AnInstance until(Instant instant) {
    end = instant;
    return this;
  }

  public AnInstance reviewedBy(String... queries) {
    reviewers = Bodies.scopes(queries);
    return this;
  }

  public AnInstance withFallback(String... queries) {
    fallbackReviewers = Bodies.scopes(queries);
    return this;
  }

  /** Stores it; its series too, unless that is there. */
  public Stored in(Rows rows) {
    if (definition.isEmpty()) {
      definition = UUID.randomUUID().toString();
      rows.definition(definition, SCOPE, null, "{\"instanceDurationInDays\":7}");
    }
    rows.instance(definition, id, status, start, end, SCOPE, reviewers, fallbackReviewers);
    return new Stored(definition, id);
  }
}
