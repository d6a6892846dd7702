/** The outbox of notices: what waits to be told, what was told, and what could not be told. */
@NullMarked
package accessreviews.notifications.outbox;

import org.jspecify.annotations.NullMarked;
