package accessreviews.odata.bodies;

import accessreviews.refusal.Refused;
import io.vertx.ext.web.RoutingContext;

/** Answers a request whose body is not there in time, and ends its connection. */
public interface LateBodies {
  void refuse(RoutingContext call, Refused late);
}
