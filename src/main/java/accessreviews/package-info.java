/** Access Reviews: a server that speaks the Microsoft Graph access reviews API. */
@NullMarked
package accessreviews;

import org.jspecify.annotations.NullMarked;
