/** Mails of dev mode: they are not sent, but logged and shown. No production build has this. */
@NullMarked
package accessreviews.dev.mails;

import org.jspecify.annotations.NullMarked;
