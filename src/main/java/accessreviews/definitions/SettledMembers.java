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
 * The members that cannot change after the creation of a series. An update may send them unchanged,
 * in any spelling (contract, "PUT of a definition that changes a read-only part").
 */
final class SettledMembers {
  private SettledMembers() {}

  /** Refuses a {@code request} that would change one of these members of {@code stored}. */
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
