package accessreviews.instances;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Instances have started: their items and reviewers are written, in this transaction.
 *
 * @param readAt the instant at which the directory was read
 */
public record InstancesStarted(List<UUID> ids, Instant readAt) {}
