package accessreviews.life.rounds;

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
 */
public record ReviewersContacted(List<UUID> instances, String stage, Instant at, boolean begins) {}
