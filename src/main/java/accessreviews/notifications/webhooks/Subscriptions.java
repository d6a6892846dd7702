package accessreviews.notifications.webhooks;

import accessreviews.odata.PublicUrl;
import accessreviews.platform.start.PlainConnections;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The receivers of events. Only the operator's configuration names them. */
@ApplicationScoped
class Subscriptions {
  private static final Logger LOG = Logger.getLogger(Subscriptions.class);

  private final List<Subscription> all;

  /** Those of the configuration; refuses wrong settings, which ends the start. */
  @Inject
  Subscriptions(
      WebhooksConfig config,
      @ConfigProperty(name = PublicUrl.SETTING) Optional<String> publicUrl,
      @ConfigProperty(name = "access-reviews.emulator.enabled", defaultValue = "false")
          boolean isEmulator) {
    this(
        config.byName().entrySet().stream()
            .map(one -> Subscription.read(one.getKey(), one.getValue()))
            .toList());
    if (!all.isEmpty()
        && publicUrl.isEmpty()
        && LaunchMode.current() == LaunchMode.NORMAL
        && !isEmulator) {
      throw new IllegalArgumentException(
          "Webhooks need the address of this service as their source; set"
              + " ACCESS_REVIEWS_PUBLIC_URL to https://host or https://host:port.");
    }
  }

  Subscriptions(List<Subscription> all) {
    this.all = List.copyOf(all);
  }

  void onStart(@Observes StartupEvent start) {
    for (var one : all) {
      LOG.infof("Webhook %s: events are sent to %s", one.name(), one.url().getHost());
      if (LaunchMode.current() == LaunchMode.NORMAL && PlainConnections.isPlain(one.url())) {
        LOG.warnf(
            "Webhook %s is reached without encryption. Set access-reviews.webhooks.%s.url to an"
                + " https URL (docs/webhooks.md).",
            one.name(), one.name());
      }
    }
  }

  List<Subscription> all() {
    return all;
  }
}
