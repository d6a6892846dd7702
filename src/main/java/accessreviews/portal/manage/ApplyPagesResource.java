package accessreviews.portal.manage;

import accessreviews.definitions.ReviewStatus;
import accessreviews.identity.Caller;
import accessreviews.identity.Privilege;
import accessreviews.identity.Requires;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.instances.InstancePlace;
import accessreviews.life.ApplyInstance;
import accessreviews.life.apply.ApplyPreviewResource;
import accessreviews.life.apply.RemovalFigures;
import accessreviews.life.apply.RemovalGuard;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.paths.Open;
import accessreviews.portal.Pages;
import accessreviews.portal.manage.ApplyPage.Removal;
import accessreviews.portal.signin.FormTokens;
import accessreviews.portal.signin.WayBack;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code …/apply}: what applying an instance removes, and the form that applies it. */
@Path(Places.ALL + "/{definition}/{instance}/apply")
public class ApplyPagesResource {
  private final Caller caller;
  private final ManagedSeries series;
  private final ManagedInstances instances;
  private final RemovalGuard guard;
  private final ApplyInstance applying;
  private final ObjectMapper json;
  private final FormTokens tokens;
  private final Pages pages;

  ApplyPagesResource(
      Caller caller,
      ManagedSeries series,
      ManagedInstances instances,
      RemovalGuard guard,
      ApplyInstance applying,
      ObjectMapper json,
      FormTokens tokens,
      Pages pages) {
    this.caller = caller;
    this.series = series;
    this.instances = instances;
    this.guard = guard;
    this.applying = applying;
    this.json = json;
    this.tokens = tokens;
    this.pages = pages;
  }

  /** The first removals and their number, and the question of the guard. */
  @GET
  @Open
  @Requires(Privilege.LIST)
  @Produces(MediaType.TEXT_HTML + ";charset=utf-8")
  public String preview(
      @BeanParam InstancePlace place,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
    var language = ManageLanguage.of(accepted);
    var words = language.words();
    var key = place.key();
    var instance = AccessReviewInstance.required(key, caller.access(), LockModeType.NONE);
    var removed = ApplyPreviewResource.removed(key);
    var number = instances.count(removed);
    var figures = guard.figures(instance);
    return new ApplyPage(
            pages.frame(language.reader(), words.preview(), null),
            words,
            Places.of(key),
            series.required(key.definition(), caller.access()).name(),
            language.removes(number),
            number > ManagedInstances.PAGE
                ? words.firstOnes(language.number(ManagedInstances.PAGE))
                : null,
            figures.isTooMuch() ? question(figures, language) : null,
            words.guardLets(language.number(figures.percent()), language.number(figures.count())),
            instances.items(removed, null).stream()
                .limit(ManagedInstances.PAGE)
                .map(item -> new Removal(item.principal(), item.resource(), item.justification()))
                .toList(),
            instance.status() == ReviewStatus.Completed && series.mayWrite(key.definition()))
        .render();
  }

  private static String question(RemovalFigures figures, ManageLanguage language) {
    return language
        .words()
        .guardAsks(
            language.number(figures.denied()),
            language.number(figures.principals()),
            Objects.requireNonNullElse(figures.resource(), ""));
  }

  /** Applies the decisions; {@code confirm} says that it may remove much. */
  @POST
  @Open
  @Requires(Privilege.WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public RestResponse<Void> apply(
      @BeanParam InstancePlace place,
      @RestForm(FormTokens.FIELD) @Nullable String token,
      @RestForm("confirm") @Nullable String confirm) {
    tokens.require(token);
    var key = place.key();
    var body = json.createObjectNode().put("confirm", "true".equals(confirm));
    applying.apply(caller.access(), key, JsonBody.of(json, body));
    return WayBack.to(Done.APPLIED.at(Places.of(key)));
  }
}
