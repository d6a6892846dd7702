package accessreviews.instances;

import java.util.List;
import java.util.UUID;

/**
 * Instances are Completed or Failed in this transaction: their decisions are final. Their rows have
 * the status already.
 */
public record InstancesEnded(List<UUID> ids) {}
