package accessreviews.portal.manage;

import accessreviews.portal.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One series and its instances.
 *
 * @param next where more instances are; null on the last page
 * @param mayWrite whether the reader may stop and delete it
 */
@CheckedTemplate(basePath = "portal/manage", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record SeriesPage(
    Frame frame,
    ManageWords words,
    String link,
    String status,
    @Nullable Moment nextStart,
    List<Line> instances,
    @Nullable String next,
    boolean mayWrite)
    implements TemplateInstance {

  /** One instance. */
  public record Line(
      String link,
      String status,
      Moment start,
      @Nullable Moment end,
      String answered,
      long value,
      long max) {}
}
