/** What waits to be told, and who sends it. */
@NullMarked
package accessreviews.notifications.outbox;

import org.jspecify.annotations.NullMarked;
