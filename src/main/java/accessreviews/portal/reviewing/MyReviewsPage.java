package accessreviews.portal.reviewing;

import accessreviews.portal.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first page: the reviews in which the reader decides, open ones first. */
@CheckedTemplate(
    basePath = "portal/reviewing",
    defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record MyReviewsPage(Frame frame, List<Card> open, List<Card> done) implements TemplateInstance {

  /**
   * One review.
   *
   * @param resource what is reviewed; null if it is several things
   * @param due when it ends, or ended, in words
   * @param progress such as "12 of 40 decided"
   */
  public record Card(
      String link,
      String name,
      @Nullable String resource,
      String due,
      String progress,
      long answered,
      long all) {}
}
