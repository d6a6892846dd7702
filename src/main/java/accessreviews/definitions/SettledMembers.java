package accessreviews.definitions;

import accessreviews.definitions.settings.NotificationRecipientItem;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import accessreviews.scopes.Scope;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is settled when a series is created: an update may send it, as it is (contract, "PUT of a
 * definition that changes a read-only part"). Another spelling of the same is no change.
 */
final class SettledMembers {
  private SettledMembers() {}

  /** Refuses {@code request} when it would change what is settled in {@code stored}. */
  static void requireUnchanged(AccessReviewScheduleDefinition stored, DefinitionRequest request) {
    request.scope().ifSent(scope -> requireSame("scope", stored.scope(), scope));
    request
        .instanceEnumerationScope()
        .ifSent(
            scope -> {
              if (scope != null || stored.instanceEnumerationScope() != null) {
                requireSame("instanceEnumerationScope", stored.enumeration().orElse(null), scope);
              }
            });
    request
        .additionalNotificationRecipients()
        .ifGiven(
            recipients -> {
              if (!identities(stored.additionalNotificationRecipients())
                  .equals(identities(recipients))) {
                throw notUpdatable("additionalNotificationRecipients");
              }
            });
  }

  private static void requireSame(
      String member, @Nullable Scope stored, @Nullable Scope requested) {
    if (stored == null || requested == null || !stored.means(requested)) {
      throw notUpdatable(member);
    }
  }

  private static Set<String> identities(List<NotificationRecipientItem> recipients) {
    return recipients.stream().map(NotificationRecipientItem::identity).collect(Collectors.toSet());
  }

  private static Refused notUpdatable(String member) {
    return new Refused(
        Refusal.PROPERTY_NOT_UPDATABLE,
        member,
        "The property '{target}' cannot be changed after the definition was created; send it as it"
            + " is, or leave it out.");
  }
}
