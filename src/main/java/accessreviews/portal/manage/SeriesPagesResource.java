package accessreviews.portal.manage;

import accessreviews.definitions.DeleteDefinition;
import accessreviews.identity.Caller;
import accessreviews.identity.Privilege;
import accessreviews.identity.Requires;
import accessreviews.life.StopDefinition;
import accessreviews.odata.Guid;
import accessreviews.odata.IfMatch;
import accessreviews.odata.paths.Open;
import accessreviews.portal.Pages;
import accessreviews.portal.manage.ManagedInstances.Progress;
import accessreviews.portal.manage.SeriesPage.Line;
import accessreviews.portal.signin.FormTokens;
import accessreviews.portal.signin.WayBack;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /reviews/manage/{definition}}: one series, its instances, and what ends it. */
@Path(Places.ALL)
public class SeriesPagesResource {
  private static final String HTML = MediaType.TEXT_HTML + ";charset=utf-8";

  private final Caller caller;
  private final ManagedSeries series;
  private final ManagedInstances instances;
  private final StopDefinition stopping;
  private final DeleteDefinition deletion;
  private final FormTokens tokens;
  private final Pages pages;

  SeriesPagesResource(
      Caller caller,
      ManagedSeries series,
      ManagedInstances instances,
      StopDefinition stopping,
      DeleteDefinition deletion,
      FormTokens tokens,
      Pages pages) {
    this.caller = caller;
    this.series = series;
    this.instances = instances;
    this.stopping = stopping;
    this.deletion = deletion;
    this.tokens = tokens;
    this.pages = pages;
  }

  /** The series, with its instances from the one {@code after} on. */
  @GET
  @Path("/{definition}")
  @Open
  @Requires(Privilege.LIST)
  @Produces(HTML)
  public String get(
      @PathParam("definition") String definition,
      @QueryParam("after") @Nullable String after,
      @QueryParam(Done.PARAMETER) @Nullable String done,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
    var language = ManageLanguage.of(accepted);
    var one = series.required(Guid.of(definition), caller.access());
    var facts = series.facts(List.of(one.id())).get(one.id());
    var found = instances.of(one.id(), Places.position(after));
    var shown = found.subList(0, Math.min(found.size(), ManagedInstances.PAGE));
    var progress = instances.progress(shown.stream().map(ManagedInstances.One::id).toList());
    var link = Places.of(one.id());
    return new SeriesPage(
            pages.frame(language.reader(), one.name(), Done.say(done, language.words())),
            language.words(),
            link,
            language.status(one.status()),
            Moment.of(facts == null ? null : facts.nextStart(), language.reader()),
            shown.stream()
                .map(
                    instance ->
                        line(
                            link,
                            instance,
                            progress.getOrDefault(instance.id(), Progress.NONE),
                            language))
                .toList(),
            found.size() == shown.size() ? null : Places.after(link, shown.getLast().id()),
            series.mayWrite(one.id()))
        .render();
  }

  private static Line line(
      String series, ManagedInstances.One one, Progress progress, ManageLanguage language) {
    return new Line(
        series + "/" + one.id(),
        language.status(one.status()),
        Moment.at(one.start(), language.reader()),
        Moment.of(one.end(), language.reader()),
        language.answered(progress.answered(), progress.items()),
        progress.answered(),
        progress.max());
  }

  /** Stops the series. */
  @POST
  @Path("/{definition}/stop")
  @Open
  @Requires(Privilege.WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public RestResponse<Void> stop(
      @PathParam("definition") String definition, @RestForm(FormTokens.FIELD) String token) {
    tokens.require(token);
    var id = Guid.of(definition);
    stopping.stop(caller.access(), id);
    return WayBack.to(Done.SERIES_STOPPED.at(Places.of(id)));
  }

  /** Asks whether the series is to be deleted. */
  @GET
  @Path("/{definition}/delete")
  @Open
  @Requires(Privilege.WRITE)
  @Produces(HTML)
  public String question(
      @PathParam("definition") String definition,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
    var language = ManageLanguage.of(accepted);
    UUID id = Guid.of(definition);
    var one = series.required(id, caller.access());
    return new DeletePage(
            pages.frame(language.reader(), language.words().deleteSeries(), null),
            language.words(),
            Places.of(id),
            language.words().deleteQuestion(one.name()))
        .render();
  }

  /** Deletes the series. */
  @POST
  @Path("/{definition}/delete")
  @Open
  @Requires(Privilege.WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public RestResponse<Void> delete(
      @PathParam("definition") String definition, @RestForm(FormTokens.FIELD) String token) {
    tokens.require(token);
    deletion.delete(caller.access(), Guid.of(definition), new IfMatch(null));
    return WayBack.to(Done.SERIES_DELETED.at(Places.ALL));
  }
}
