@NullMarked
package accessreviews.dev.mails;

import org.jspecify.annotations.NullMarked;
