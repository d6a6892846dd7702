package accessreviews.stages;

import accessreviews.identity.UserIdentity;
import java.util.List;
import java.util.UUID;

/**
 * Stages have ended in this transaction.
 *
 * @param by who ended them before their time; the service, if their time was over
 */
public record StagesEnded(List<UUID> ids, UserIdentity by) {}
