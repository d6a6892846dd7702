/** How mails are sent. */
@NullMarked
package accessreviews.notifications.mail;

import org.jspecify.annotations.NullMarked;
