/**
 * The evidence log: append-only entries, each of them one JSON line whose exact bytes are kept. The
 * tables are in V20261129.2200; statements of other rooms write entries about many items
 * themselves.
 */
@NullMarked
package accessreviews.evidence.log;

import org.jspecify.annotations.NullMarked;
