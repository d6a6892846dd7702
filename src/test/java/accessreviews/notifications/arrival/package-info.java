/** What arrives at an SMTP server: the whole of notices, from a review to the mail. */
@NullMarked
package accessreviews.notifications.arrival;

import org.jspecify.annotations.NullMarked;
