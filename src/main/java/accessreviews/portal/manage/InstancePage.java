package accessreviews.portal.manage;

import accessreviews.portal.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One instance: how far it is, who reviews it, and what can be done.
 *
 * @param onlyFirst whether there are more reviewers than {@code reviewers}
 * @param chosen the fields for reviewers, and {@code fallback} those for fallback reviewers
 * @param version for the forms that change reviewers
 * @param mayWrite whether the reader may change it
 * @param isOpen whether it is in progress
 * @param isEnded whether its decisions can be applied
 */
@CheckedTemplate(basePath = "portal/manage", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record InstancePage(
    Frame frame,
    ManageWords words,
    Facts facts,
    List<Reviewer> reviewers,
    boolean onlyFirst,
    List<Input> chosen,
    List<Input> fallback,
    boolean hasStages,
    String version,
    boolean mayWrite,
    boolean isOpen,
    boolean isEnded)
    implements TemplateInstance {

  /**
   * What is known of the instance.
   *
   * @param answered how many items are answered, in words
   * @param held that it waits for a confirmation; null if it does not
   */
  public record Facts(
      String link,
      String series,
      String status,
      Moment start,
      @Nullable Moment end,
      String answered,
      long value,
      long max,
      @Nullable String held) {}

  /** A reviewer and how many items they have. */
  public record Reviewer(String name, String items, String open) {}

  /** A field for one reviewer. */
  public record Input(String label, String value) {}
}
