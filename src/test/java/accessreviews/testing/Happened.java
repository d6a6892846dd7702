package accessreviews.testing;

import accessreviews.definitions.ReviewStatus;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** What has happened to series, and at which time by its clock. */
@ApplicationScoped
public class Happened {
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final InstantSource clock;

  Happened(InstantSource clock) {
    this.clock = clock;
  }

  /** What the service in this process does. */
  public static Happened inTheService() {
    return Arc.container().select(Happened.class).get();
  }

  /** To {@code series}, in order: {@code 2026-01-12T00:00:00Z started <id of the series>}. */
  public List<String> events(String... series) {
    return events.stream()
        .filter(event -> Arrays.stream(series).anyMatch(event::endsWith))
        .toList();
  }

  /** An instance of {@code series} takes the step out of {@code status}. */
  public void taken(ReviewStatus status, UUID series) {
    switch (status) {
      case Starting -> add("started", series);
      case InProgress -> add("ended", series);
      default -> {}
    }
  }

  private void add(String event, UUID series) {
    events.add(clock.instant() + " " + event + " " + series);
  }
}
