@NullMarked
package accessreviews.notifications.letters;

import org.jspecify.annotations.NullMarked;
