package accessreviews.instances;

import accessreviews.definitions.ReviewStatus;
import java.util.List;
import java.util.UUID;

/** A step has moved instances to a status, in this transaction. Their rows have it already. */
public record InstancesMoved(List<UUID> ids, ReviewStatus to) {
  public InstancesMoved {
    ids = List.copyOf(ids);
  }
}
