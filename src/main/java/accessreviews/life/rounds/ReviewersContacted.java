package accessreviews.life.rounds;

import accessreviews.instances.Instances;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Reviewers of a round of {@code instances} are contacted, in this transaction: their rows are
 * written. All instances are of one occurrence.
 *
 * @param stage empty in instances without stages
 * @param begins whether the round begins; otherwise a caller has changed its reviewers, and some of
 *     them were contacted before
 * @param tells whether the instances have {@code mailNotificationsEnabled}
 */
public record ReviewersContacted(
    List<UUID> instances, String stage, Instant at, boolean begins, boolean tells) {
  /** The reviewers of {@code round} of {@code instances} are contacted. */
  static ReviewersContacted of(Instances instances, Round round, Instant at, boolean begins) {
    return new ReviewersContacted(
        instances.ids(),
        round.stage(),
        at,
        begins,
        instances.any().settings().mailNotificationsEnabled());
  }
}
