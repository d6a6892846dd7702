package accessreviews.portal.manage;

import accessreviews.portal.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The series that the reader may list, the newest first.
 *
 * @param next where the next page is; null on the last one
 */
@CheckedTemplate(basePath = "portal/manage", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record SeriesListPage(Frame frame, ManageWords words, List<Line> series, @Nullable String next)
    implements TemplateInstance {

  /**
   * One series.
   *
   * @param answered such as "12 of 40 answered"; null while nothing runs
   * @param held that instances wait for a confirmation; null if none does
   * @param failed that notices could not be sent; null if all could
   */
  public record Line(
      String link,
      String name,
      String status,
      @Nullable Moment nextStart,
      @Nullable String answered,
      long value,
      long max,
      @Nullable String held,
      @Nullable String failed) {}
}
