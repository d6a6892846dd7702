package accessreviews.notifications.webhooks;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The receivers of events, by the names that the operator gives them. */
@ConfigMapping(prefix = "access-reviews.webhooks")
public interface WebhooksConfig {
  /** The receivers. */
  @WithParentName
  Map<String, Webhook> byName();

  /** One receiver. */
  interface Webhook {
    /** The URL that gets a POST for each event. */
    String url();

    /**
     * The secrets that sign events, {@code whsec_} and Base64: one, or two while it is exchanged.
     */
    List<String> secret();

    /** The types of events that it gets, such as {@code instance.completed}; all by default. */
    Optional<List<String>> types();
  }
}
