package accessreviews.notifications.webhooks;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * A receiver of events, and how it does in this process: how many requests it has at once, whether
 * it fails, and whether it wants no more.
 */
final class Subscription {
  /** How many events a receiver gets at once from one replica; more wait, and hold nothing. */
  static final int AT_ONCE = 4;

  private final String name;
  private final URI url;
  private final List<WebhookSecret> secrets;
  private final Set<EventType> types;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final AtomicBoolean failing = new AtomicBoolean();
  private volatile boolean stopped;

  private Subscription(String name, URI url, List<WebhookSecret> secrets, Set<EventType> types) {
    this.name = name;
    this.url = url;
    this.secrets = List.copyOf(secrets);
    this.types = Set.copyOf(types);
  }

  /** The subscription {@code name}; refuses wrong settings with a sentence that names them. */
  static Subscription read(String name, WebhooksConfig.Webhook config) {
    var prefix = "access-reviews.webhooks." + name + ".";
    var secrets =
        config.secret().stream().map(text -> WebhookSecret.read(prefix + "secret", text)).toList();
    var types =
        config.types().stream()
            .flatMap(List::stream)
            .map(type -> type(prefix + "types", type.strip()))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventType.class)));
    return new Subscription(
        name,
        url(prefix + "url", config.url()),
        secrets,
        types.isEmpty() ? EnumSet.allOf(EventType.class) : types);
  }

  private static URI url(String setting, String text) {
    try {
      var url = new URI(text.strip());
      var isTarget =
          ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))
              && url.getHost() != null
              && url.getRawUserInfo() == null
              && url.getRawFragment() == null;
      if (isTarget) {
        return url;
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(refused(setting), e);
    }
    throw new IllegalArgumentException(refused(setting));
  }

  /** Does not repeat the URL, which may carry a secret of the receiver. */
  private static String refused(String setting) {
    return setting
        + " is no URL for webhooks; set it to https://host/path, without a user, a password or a"
        + " fragment.";
  }

  private static EventType type(String setting, String name) {
    return EventType.named(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s has '%s', which is no type of event; the types are %s."
                        .formatted(
                            setting,
                            name,
                            EnumSet.allOf(EventType.class).stream()
                                .map(EventType::kind)
                                .collect(Collectors.joining(", ")))));
  }

  String name() {
    return name;
  }

  URI url() {
    return url;
  }

  boolean wants(EventType type) {
    return types.contains(type) && !stopped;
  }

  /** The signatures by all of its secrets, as the header lists them. */
  String signatures(String id, Instant sent, byte[] body) {
    return secrets.stream()
        .map(secret -> secret.signature(id, sent, body))
        .collect(Collectors.joining(" "));
  }

  /** Takes all places that are free now. */
  int takePlaces() {
    return places.drainPermits();
  }

  void givePlaces(int count) {
    places.release(count);
  }

  /** Whether the receiver has answered that it wants no more events, since the start. */
  boolean isStopped() {
    return stopped;
  }

  /** Sends nothing more until the next start; returns whether it did until now. */
  boolean stop() {
    var first = !stopped;
    stopped = true;
    return first;
  }

  /** Notes whether an event was taken; returns whether that differs from the one before. */
  boolean noteFailing(boolean isFailing) {
    return failing.getAndSet(isFailing) != isFailing;
  }
}
