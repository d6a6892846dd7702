/**
 * The Ed25519 keys that sign checkpoints (C2SP signed-note), and what everybody may read of them.
 */
@NullMarked
package accessreviews.evidence.keys;

import org.jspecify.annotations.NullMarked;
