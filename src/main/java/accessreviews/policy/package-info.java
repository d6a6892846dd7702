/** The policy of access reviews, and what it lets owners of groups do. */
@NullMarked
package accessreviews.policy;

import org.jspecify.annotations.NullMarked;
