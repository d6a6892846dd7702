/** The mails: to whom they go, what they tell, and how they are handed over by SMTP. */
@NullMarked
package accessreviews.notifications.mail;

import org.jspecify.annotations.NullMarked;
