package accessreviews.notifications.outbox;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice on the wire.
 *
 * @param stageId null where the instance has no stages
 * @param recipientId of a mail
 * @param subscription of a webhook: its name in the configuration
 * @param nextAttemptDateTime null unless it waits
 * @param failure why the last attempt failed, or why nothing was sent
 */
@RegisterForReflection
public record NoticeView(
    String id,
    String channel,
    String kind,
    String state,
    UUID definitionId,
    UUID instanceId,
    @Nullable String stageId,
    @Nullable UUID recipientId,
    @Nullable String subscription,
    Instant createdDateTime,
    @Nullable Instant nextAttemptDateTime,
    int attempts,
    @Nullable Instant sentDateTime,
    @Nullable String failure) {}
