/** Listens to what happens in reviews, and keeps an outbox of what people are to be told. */
@NullMarked
package accessreviews.notifications;

import org.jspecify.annotations.NullMarked;
