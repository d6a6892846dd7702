package accessreviews.portal.manage;

import accessreviews.decisions.DecisionType;
import accessreviews.decisions.DecisionsInReach;
import accessreviews.definitions.ReviewStatus;
import accessreviews.evidence.packages.PackageResource;
import accessreviews.identity.Caller;
import accessreviews.identity.Privilege;
import accessreviews.identity.Requires;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.instances.InstanceKey;
import accessreviews.instances.InstancePlace;
import accessreviews.instances.InstanceType;
import accessreviews.instances.LifeCycleError;
import accessreviews.odata.paths.Open;
import accessreviews.portal.Pages;
import accessreviews.portal.manage.InstancePage.Reviewer;
import accessreviews.portal.manage.ManagedInstances.Item;
import accessreviews.portal.manage.ManagedInstances.Progress;
import accessreviews.portal.manage.ResultsPage.Line;
import io.vertx.ext.web.RoutingContext;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /reviews/manage/{definition}/{instance}}: one instance, its items and its evidence. */
@Path(Places.ALL)
public class InstancePagesResource {
  private static final String HTML = MediaType.TEXT_HTML + ";charset=utf-8";

  private final Caller caller;
  private final ManagedSeries series;
  private final ManagedInstances instances;
  private final PackageResource packages;
  private final Pages pages;

  InstancePagesResource(
      Caller caller,
      ManagedSeries series,
      ManagedInstances instances,
      PackageResource packages,
      Pages pages) {
    this.caller = caller;
    this.series = series;
    this.instances = instances;
    this.packages = packages;
    this.pages = pages;
  }

  /** The instance. */
  @GET
  @Path("/{definition}/{instance}")
  @Open
  @Requires(Privilege.LIST)
  @Produces(HTML)
  public String get(
      @BeanParam InstancePlace place,
      @QueryParam(Done.PARAMETER) @Nullable String done,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
    var language = ManageLanguage.of(accepted);
    var words = language.words();
    var key = place.key();
    var found = AccessReviewInstance.required(key, caller.access(), LockModeType.NONE);
    var name = series.required(key.definition(), caller.access()).name();
    var reviewers = instances.reviewers(key);
    return new InstancePage(
            pages.frame(language.reader(), name, Done.say(done, words)),
            words,
            facts(key, found, language),
            reviewers.stream()
                .limit(ManagedInstances.MOST_REVIEWERS)
                .map(
                    one ->
                        new Reviewer(
                            one.name(), language.number(one.items()), language.number(one.open())))
                .toList(),
            reviewers.size() > ManagedInstances.MOST_REVIEWERS,
            ReviewerFields.of(found.reviewers().scopes(), language, words::reviewerNumber),
            ReviewerFields.of(found.fallbackReviewers().scopes(), language, words::fallbackNumber),
            !found.stageSettings().isEmpty(),
            InstanceType.etag(found),
            series.mayWrite(key.definition()),
            found.status() == ReviewStatus.InProgress,
            found.status() == ReviewStatus.Completed)
        .render();
  }

  private InstancePage.Facts facts(
      InstanceKey key, AccessReviewInstance found, ManageLanguage language) {
    var progress = instances.progress(List.of(found.id())).getOrDefault(found.id(), Progress.NONE);
    return new InstancePage.Facts(
        Places.of(key),
        Places.of(key.definition()),
        language.status(found.status()),
        Moment.at(found.startDateTime(), language.reader()),
        Moment.of(found.endDateTime(), language.reader()),
        language.answered(progress.answered(), progress.items()),
        progress.answered(),
        progress.max(),
        found.errors().stream().anyMatch(LifeCycleError::holdsBack)
            ? language.words().waitsForConfirmation()
            : null);
  }

  /** The items of the instance, from the one {@code after} on. */
  @GET
  @Path("/{definition}/{instance}/results")
  @Open
  @Requires(Privilege.LIST)
  @Produces(HTML)
  public String results(
      @BeanParam InstancePlace place,
      @QueryParam("after") @Nullable String after,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
    var language = ManageLanguage.of(accepted);
    var key = place.key();
    AccessReviewInstance.required(key, caller.access(), LockModeType.NONE);
    var visible = DecisionType.of(key, DecisionsInReach.all(key)).visible();
    var found = instances.items(visible, Places.position(after));
    var shown = found.subList(0, Math.min(found.size(), ManagedInstances.PAGE));
    var link = Places.of(key);
    return new ResultsPage(
            pages.frame(language.reader(), language.words().results(), null),
            language.words(),
            link,
            series.required(key.definition(), caller.access()).name(),
            shown.stream().map(item -> line(item, language)).toList(),
            found.size() == shown.size()
                ? null
                : Places.after(link + "/results", shown.getLast().id()))
        .render();
  }

  private static Line line(Item item, ManageLanguage language) {
    return new Line(
        item.principal(),
        item.resource(),
        language.reader().decision(item.decision()),
        item.justification(),
        language.result(item.result()));
  }

  /** The evidence, as the API answers it. */
  @GET
  @Path("/{definition}/{instance}/evidence")
  @Open
  @Requires(Privilege.READ_PACKAGE)
  public Response evidence(@BeanParam InstancePlace place, @Context RoutingContext call) {
    return packages.get(place, null, call);
  }
}
