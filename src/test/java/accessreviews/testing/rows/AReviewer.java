package accessreviews.testing.rows;

import accessreviews.testing.HttpTest;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A reviewer to be stored past the service: {@code aReviewer(id).on("primary").in(instance, rows)}.
 * Without more contacted for items of their own in an instance without stages.
 */
public final class AReviewer {
  private final String id;
  private String stage = "";
  private @Nullable String listed;
  private boolean contacted = true;
  private String name = "Bob";
  private Instant created = HttpTest.NOW;

  private AReviewer(String id) {
    this.id = id;
  }

  public static AReviewer aReviewer(String id) {
    return new AReviewer(id);
  }

  /** On the list of reviewers {@code list}. */
  public AReviewer on(String list) {
    listed = list;
    return this;
  }

  public AReviewer inStage(String stageId) {
    stage = stageId;
    return this;
  }

  public AReviewer notContacted() {
    contacted = false;
    return this;
  }

  public AReviewer named(String displayName) {
    name = displayName;
    return this;
  }

  public AReviewer since(Instant instant) {
    created = instant;
    return this;
  }

  /** Stores it in {@code instance}. */
  public void in(AnInstance.Stored instance, Rows rows) {
    rows.execute(
        """
        insert into access_review_reviewer
          (instance_id, stage, user_id, listed, contacted, display_name, user_principal_name,
           created_date_time)
        values (?::uuid, ?, ?::uuid, ?, ?, ?, ?, ?::timestamptz)""",
        instance.id(),
        stage,
        id,
        listed,
        contacted,
        name,
        name.toLowerCase(Locale.ROOT) + "@contoso.com",
        created.toString());
  }
}
