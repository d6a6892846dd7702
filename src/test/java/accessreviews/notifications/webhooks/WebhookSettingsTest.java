package accessreviews.notifications.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings of webhooks: wrong ones are refused with their names, and never with a secret. */
class WebhookSettingsTest {
  private static final String URL = "https://automation.example/events";

  private static Subscription read(String url, String secret, String... types) {
    return Subscription.read(
        "tickets", Receiver.config(url, List.of(secret), Optional.of(List.of(types))));
  }

  @Test
  void theEnvironmentNamesReceivers() {
    var config =
        read(
            Map.of(
                "ACCESS_REVIEWS_WEBHOOKS_TICKETS_URL",
                URL,
                "ACCESS_REVIEWS_WEBHOOKS_TICKETS_SECRET",
                Receiver.SECRET + "," + Receiver.SECRET,
                "ACCESS_REVIEWS_WEBHOOKS_TICKETS_TYPES",
                "instance.completed, apply.held"));

    assertThat(config.byName()).containsOnlyKeys("tickets");
    var found =
        Subscription.read("tickets", Objects.requireNonNull(config.byName().get("tickets")));
    assertThat(found.url()).hasToString(URL);
    assertThat(found.wants(EventType.APPLY_HELD)).isTrue();
    assertThat(found.wants(EventType.INSTANCE_STARTED)).isFalse();
  }

  private static WebhooksConfig read(Map<String, String> environment) {
    return new SmallRyeConfigBuilder()
        .withMapping(WebhooksConfig.class)
        .withSources(new EnvConfigSource(new HashMap<>(environment), 300))
        .build()
        .getConfigMapping(WebhooksConfig.class);
  }

  @Test
  void withoutTypesAllAreSent() {
    assertThat(EventType.values()).allMatch(read(URL, Receiver.SECRET)::wants);
  }

  @ParameterizedTest
  @ValueSource(strings = {"apply.held", "com.access-reviews.apply.held"})
  void thePrefixOfATypeMayBeLeftOut(String type) {
    assertThat(EventType.values())
        .filteredOn(read(URL, Receiver.SECRET, type)::wants)
        .containsExactly(EventType.APPLY_HELD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://automation.example/",
        "file:///etc/passwd",
        "automation.example/events",
        "https:///events",
        "https://me:hidden@automation.example/",
        "https://automation.example/#hidden",
        "https://automation.example/hidden hidden",
        ""
      })
  void otherUrlsAreRefused(String url) {
    assertThatThrownBy(() -> read(url, Receiver.SECRET))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "access-reviews.webhooks.tickets.url is no URL for webhooks; set it")
        .hasMessageNotContaining("hidden");
  }

  @ParameterizedTest
  @CsvSource({
    "whsec_",
    "whsec_c2hvcnQ=", // short
    "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
    "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY*",
    "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWYwMTIzNDU2Nzg5YWJjZGVmMDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="
  })
  void otherSecretsAreRefusedAndNotRepeated(String secret) {
    assertThatThrownBy(() -> read(URL, secret))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("access-reviews.webhooks.tickets.secret is no secret of Standard")
        .hasMessageNotContaining("MDEy")
        .hasMessageNotContaining("c2hvcnQ");
  }

  @Test
  void otherTypesAreRefused() {
    assertThatThrownBy(() -> read(URL, Receiver.SECRET, "instance.paused"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "access-reviews.webhooks.tickets.types has 'instance.paused', which is no type of event;"
                + " the types are instance.started, stage.started, decision.recorded,"
                + " instance.completed, apply.held, instance.applied, instance.failed.");
  }
}
