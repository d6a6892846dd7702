package accessreviews.instances;

import java.util.List;
import java.util.UUID;

/** A caller has stopped instances before their end, in the transaction that does it. */
public record InstancesStopped(List<UUID> ids) {}
