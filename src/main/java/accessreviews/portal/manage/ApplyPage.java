package accessreviews.portal.manage;

import accessreviews.portal.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What applying an instance would remove.
 *
 * @param removes how much, in words
 * @param further that not all of it is listed; null if all is
 * @param question what the guard says; null if it would not object
 * @param limits what the guard lets pass
 * @param mayApply whether the reader may apply it now
 */
@CheckedTemplate(basePath = "portal/manage", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ApplyPage(
    Frame frame,
    ManageWords words,
    String link,
    String name,
    String removes,
    @Nullable String further,
    @Nullable String question,
    String limits,
    List<Removal> removals,
    boolean mayApply)
    implements TemplateInstance {

  /** An access that would be removed. */
  public record Removal(String person, String resource, String reason) {}
}
