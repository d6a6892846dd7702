/** Webhooks: events of the life of reviews, for the automation that the operator has configured. */
@NullMarked
package accessreviews.notifications.webhooks;

import org.jspecify.annotations.NullMarked;
