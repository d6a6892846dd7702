package accessreviews.notifications.outbox;

import accessreviews.odata.PublicUrl;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Whether mails are sent, and where their links lead. */
@ApplicationScoped
public class Mailing {
  private static final Logger LOG = Logger.getLogger(Mailing.class);

  private final boolean isOn;
  private final HttpServer server;

  Mailing(@ConfigProperty(name = "quarkus.mailer.from") Optional<String> from, HttpServer server) {
    this.isOn = from.filter(address -> !address.isBlank()).isPresent();
    this.server = server;
  }

  void onStart(@Observes StartupEvent start) {
    if (!isOn) {
      LOG.info("No mails are sent: set QUARKUS_MAILER_FROM and QUARKUS_MAILER_HOST to send them.");
    }
  }

  /** Whether mails are queued and sent: {@code quarkus.mailer.from} is set. */
  public boolean isOn() {
    return isOn;
  }

  /**
   * The URL of this service for links in mails, without a slash at the end: the public URL, in dev
   * mode and under the emulator else the address of this process.
   */
  public String url() {
    return PublicUrl.setting().orElseGet(() -> "http://localhost:" + server.getPort());
  }
}
