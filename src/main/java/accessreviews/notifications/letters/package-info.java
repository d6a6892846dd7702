/** The words of mails: what is told becomes a subject, a text and HTML in the reader's language. */
@NullMarked
package accessreviews.notifications.letters;

import org.jspecify.annotations.NullMarked;
