package accessreviews.odata.answers;

import accessreviews.odata.paths.FilterOrder;
import accessreviews.odata.paths.ServedPaths;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Headers of every answer below a service root: Graph's media type and the version of the protocol.
 */
class AnswerHeaders {
  private static final String GRAPH_JSON =
      "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

  @ServerResponseFilter(priority = FilterOrder.ANSWER_HEADERS)
  void decorate(ContainerRequestContext request, ContainerResponseContext response) {
    if (!ServedPaths.contain(request.getUriInfo().getPath())) {
      return;
    }
    response.getHeaders().putSingle("OData-Version", "4.0");
    if (response.getStatus() < 300 && response.hasEntity() && isJson(response)) {
      response.getHeaders().putSingle("Content-Type", GRAPH_JSON);
    }
  }

  private static boolean isJson(ContainerResponseContext response) {
    var type = response.getMediaType();
    return type == null || MediaType.APPLICATION_JSON_TYPE.isCompatible(type);
  }
}
