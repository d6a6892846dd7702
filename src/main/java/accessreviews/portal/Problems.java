package accessreviews.portal;

import accessreviews.identity.browser.PortalSignIn;
import accessreviews.odata.answers.GraphError;
import accessreviews.odata.paths.FilterOrder;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Refusals on pages are pages, too; their status is that of the API. */
class Problems {
  private static final String HTML = MediaType.TEXT_HTML + ";charset=utf-8";

  @ServerResponseFilter(priority = FilterOrder.ANSWER_HEADERS)
  void show(ContainerRequestContext request, ContainerResponseContext response) {
    if (PortalSignIn.isPage(request.getUriInfo().getPath())
        && response.getEntity() instanceof GraphError.Body(var error)) {
      var language = ReaderLanguage.of(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
      var page =
          new ProblemPage(
              language.tag(),
              language.words(),
              sentence(language.words(), response.getStatus()),
              response.getStatus() >= 500 ? "" : error.message());
      response.setEntity(
          page.render(), new java.lang.annotation.Annotation[0], MediaType.valueOf(HTML));
    }
  }

  private static String sentence(PortalWords words, int status) {
    return switch (status) {
      case 401, 403 -> words.notForYou();
      case 404, 405 -> words.nothingHere();
      case 409, 412 -> words.changedMeanwhile();
      case 429, 500, 503 -> words.later();
      default -> "";
    };
  }
}
