package accessreviews.life;

import accessreviews.instances.Instances;
import java.util.Map;
import java.util.UUID;

/**
 * Looks at what applying would take away before it does: an instance whose decisions would remove
 * too much of a resource's principals waits for an administrator to confirm it.
 */
public interface ApplyGuard {
  /** Why each of {@code instances} that would remove too much must not be applied, by its id. */
  Map<UUID, String> objections(Instances instances);
}
