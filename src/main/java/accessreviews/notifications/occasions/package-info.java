/** The occasions of notices: events of reviews, and half time, queue whom they tell. */
@NullMarked
package accessreviews.notifications.occasions;

import org.jspecify.annotations.NullMarked;
