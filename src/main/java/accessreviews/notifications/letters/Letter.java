package accessreviews.notifications.letters;

import accessreviews.notifications.outbox.MailKind;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one mail tells one person. All texts are as users wrote them; whoever renders them escapes
 * them.
 *
 * @param sections one for each kind of notice, in the order of the kinds; more than one in a digest
 *     only
 */
public record Letter(Person to, List<Section> sections) {
  /**
   * Who reads it.
   *
   * @param preferredLanguage a BCP 47 tag such as {@code de-AT}; null if it is not known
   */
  public record Person(UUID id, String displayName, @Nullable String preferredLanguage) {}

  /**
   * The reviews that are told for one reason.
   *
   * @param reviews the first of them, in the order of their ends
   * @param further how many more there are, which are not listed
   */
  public record Section(MailKind kind, List<Review> reviews, int further) {}

  /**
   * One instance.
   *
   * @param displayName the name of the series
   * @param resource the name of the group, application or role; empty if it is not known
   * @param selfReview whether the reader reviews only their own access in it
   * @param due the end of the instance, or of its open stage
   * @param stage the open stage, counted from 1; null in a review without stages
   * @param description {@code descriptionForReviewers} of the instance or series, in full length
   * @param open how many items the reader has yet to answer; 0 where the kind is of completed ones
   * @param link the page of the review
   */
  public record Review(
      UUID definition,
      UUID instance,
      String displayName,
      String resource,
      boolean selfReview,
      Instant due,
      @Nullable Stage stage,
      @Nullable String description,
      long open,
      Result result,
      URI link) {}

  /** The stage {@code number} of {@code count}. */
  public record Stage(int number, int count) {}

  /**
   * The decisions on the items of an instance, and what becomes of denied access.
   *
   * @param applies whether denied access is removed without another confirmation
   */
  public record Result(
      long approved, long denied, long dontKnow, long notReviewed, boolean applies) {}
}
