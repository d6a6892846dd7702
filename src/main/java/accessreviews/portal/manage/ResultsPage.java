package accessreviews.portal.manage;

import accessreviews.portal.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The items of an instance, with what was decided and what came of it.
 *
 * @param next where the next page is; null on the last one
 */
@CheckedTemplate(basePath = "portal/manage", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ResultsPage(
    Frame frame,
    ManageWords words,
    String link,
    String name,
    List<Line> items,
    @Nullable String next)
    implements TemplateInstance {

  /** One item. */
  public record Line(
      String person, String resource, String decision, String reason, String result) {}
}
