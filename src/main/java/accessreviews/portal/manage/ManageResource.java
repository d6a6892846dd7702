package accessreviews.portal.manage;

import accessreviews.definitions.DefinitionType;
import accessreviews.identity.Caller;
import accessreviews.identity.Privilege;
import accessreviews.identity.Requires;
import accessreviews.odata.paths.Open;
import accessreviews.portal.Pages;
import accessreviews.portal.manage.ManagedSeries.Facts;
import accessreviews.portal.manage.SeriesListPage.Line;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** {@code /reviews/manage}: the series that the signed-in person may list. */
@Path(Places.ALL)
public class ManageResource {
  private static final Facts NONE = new Facts(null, 0, 0, 0, 0);

  private final Caller caller;
  private final ManagedSeries series;
  private final Pages pages;

  ManageResource(Caller caller, ManagedSeries series, Pages pages) {
    this.caller = caller;
    this.series = series;
    this.pages = pages;
  }

  /** The list, from the element {@code after} on. */
  @GET
  @Open
  @Requires(Privilege.LIST)
  @Produces(MediaType.TEXT_HTML + ";charset=utf-8")
  public String list(
      @QueryParam("after") @Nullable String after,
      @QueryParam(Done.PARAMETER) @Nullable String done,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
    var language = ManageLanguage.of(accepted);
    DefinitionType.requireAny(caller.access());
    var found = series.after(Places.position(after), caller.access());
    var shown = found.subList(0, Math.min(found.size(), ManagedSeries.PAGE));
    var facts = series.facts(shown.stream().map(ManagedSeries.One::id).toList());
    return new SeriesListPage(
            pages.frame(
                language.reader(), language.words().manage(), Done.say(done, language.words())),
            language.words(),
            shown.stream()
                .map(one -> line(one, facts.getOrDefault(one.id(), NONE), language))
                .toList(),
            found.size() == shown.size() ? null : Places.after(Places.ALL, shown.getLast().id()))
        .render();
  }

  private static Line line(ManagedSeries.One one, Facts facts, ManageLanguage language) {
    return new Line(
        Places.of(one.id()),
        one.name(),
        language.status(one.status()),
        Moment.of(facts.nextStart(), language.reader()),
        facts.items() == 0 ? null : language.answered(facts.answered(), facts.items()),
        facts.answered(),
        facts.items(),
        language.held(facts.held()),
        language.failedNotices(facts.failed()));
  }
}
