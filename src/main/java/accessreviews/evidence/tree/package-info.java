/**
 * The Merkle tree over the evidence log (RFC 6962, SHA-256): its sequencer, tiles, proofs, and
 * checkpoints (C2SP tlog-checkpoint, tlog-tiles).
 */
@NullMarked
package accessreviews.evidence.tree;

import org.jspecify.annotations.NullMarked;
