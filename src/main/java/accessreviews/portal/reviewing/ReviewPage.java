package accessreviews.portal.reviewing;

import accessreviews.portal.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The items of one review that the reader decides.
 *
 * @param link the address of the page
 * @param query the filter, which stays after an answer
 * @param due when the review ends, or ended
 * @param canAnswer whether it is open
 * @param wantsReason whether an approval or a denial needs a justification
 * @param oneself whether all items are the reader's own access
 * @param next the address of the next page; null on the last one
 */
@CheckedTemplate(
    basePath = "portal/reviewing",
    defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ReviewPage(
    Frame frame,
    String link,
    String query,
    String due,
    @Nullable String description,
    String progress,
    long answered,
    long all,
    boolean canAnswer,
    boolean wantsReason,
    boolean oneself,
    Filter filter,
    List<Row> rows,
    @Nullable String next)
    implements TemplateInstance {

  /** What the form of the filter shows. */
  public record Filter(String text, String recommendation, String answered, boolean guests) {}

  /**
   * One item.
   *
   * @param key its id and version, as the form sends them
   * @param detail the user name; empty if there is none
   * @param signedInAt when the person signed in last, as ISO 8601; null if never or unknown
   * @param reason why the recommendation is what it is; empty if nothing is known
   * @param answer who decided what, in words
   * @param decision the decision as Graph names it
   */
  public record Row(
      String id,
      String key,
      String name,
      String detail,
      boolean guest,
      String resource,
      String signedIn,
      @Nullable String signedInAt,
      String recommendation,
      String reason,
      String answer,
      String decision,
      String justification) {}
}
