package accessreviews.identity;

import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import io.quarkus.oidc.OIDCException;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.VertxException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jboss.logging.Logger;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Tells an issuer that does not answer from a token that is not valid: without the issuer's keys
 * the service cannot know. The caller gets 503 and may send the same token again.
 */
@ApplicationScoped
class IssuerOutage {
  private static final Logger LOG = Logger.getLogger(IssuerOutage.class);

  /** For how long Quarkus does not ask for keys again after it failed to get them. */
  private static final Duration NOT_ASKED_AGAIN = Duration.ofMinutes(1);

  private static final List<Class<? extends Throwable>> NO_ANSWER =
      List.of(
          SocketException.class,
          UnknownHostException.class,
          ClosedChannelException.class,
          SSLException.class,
          VertxException.class,
          TimeoutException.class,
          java.util.concurrent.TimeoutException.class);

  /** How the one {@link OIDCException} begins that is about the token. */
  private static final String WRONG_TYPE = "Invalid token type";

  private volatile Instant failed = Instant.MIN;

  /**
   * The refusal if {@code failure} is an outage of the issuer; otherwise {@code failure} itself.
   */
  Throwable shown(Throwable failure) {
    if (isCausedBy(failure, IssuerOutage::isNoAnswer)) {
      keysNotFetched();
      LOG.warnf("The token issuer does not answer: %s", failure);
      return refused();
    }
    var isUnknownKey = isCausedBy(failure, UnresolvableKeyException.class::isInstance);
    return isUnknownKey && failed.plus(NOT_ASKED_AGAIN).isAfter(Instant.now())
        ? refused()
        : failure;
  }

  /** The keys could not be fetched: whether a token with another key is valid is not known. */
  void keysNotFetched() {
    failed = Instant.now();
  }

  private static boolean isNoAnswer(Throwable cause) {
    return NO_ANSWER.stream().anyMatch(type -> type.isInstance(cause))
        || (cause instanceof OIDCException
            && !String.valueOf(cause.getMessage()).startsWith(WRONG_TYPE));
  }

  private static boolean isCausedBy(Throwable failure, Predicate<Throwable> kind) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).anyMatch(kind);
  }

  private static Refused refused() {
    return new Refused(
        Refusal.ISSUER_UNAVAILABLE,
        null,
        "The issuer of the access token does not answer, so that the token cannot be checked. Try"
            + " again later.");
  }
}
