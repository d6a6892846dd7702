package accessreviews.testing.rows;

import accessreviews.testing.Bodies;
import accessreviews.testing.HttpTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stage to be stored past the service: {@code aStage().inStatus("Completed").in(rows)}. */
public final class AStage {
  private static final Instant START = HttpTest.NOW.minus(Duration.ofDays(1));
  private static final Instant END = HttpTest.NOW.plus(Duration.ofDays(6));

  private final String id = UUID.randomUUID().toString();
  private AnInstance.@Nullable Stored instance;
  private String status = "InProgress";
  private String reviewers = "[]";
  private String fallbackReviewers = "[]";

  private AStage() {}

  public static AStage aStage() {
    return new AStage();
  }

  /** A stage as it was stored: where it is. */
  public record Stored(AnInstance.Stored instance, String id) {
    public String path() {
      return path("/v1.0");
    }

    public String path(String root) {
      return instance.path(root) + "/stages/" + id;
    }
  }

  /** In {@code parent}; otherwise in an instance of its own. */
  public AStage of(AnInstance.Stored parent) {
    instance = parent;
    return this;
  }

  public AStage inStatus(String name) {
    status = name;
    return this;
  }

  public AStage reviewedBy(String... queries) {
    reviewers = Bodies.scopes(queries);
    return this;
  }

  public AStage withFallback(String... queries) {
    fallbackReviewers = Bodies.scopes(queries);
    return this;
  }

  /** Stores it; its instance too, unless that is there. */
  public Stored in(Rows rows) {
    var parent = instance == null ? AnInstance.anInstance().in(rows) : instance;
    rows.stage(parent.id(), id, status, START, END, reviewers, fallbackReviewers);
    return new Stored(parent, id);
  }
}
