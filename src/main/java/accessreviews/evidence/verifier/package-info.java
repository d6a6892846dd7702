/** The program with which a stranger checks the evidence: its source, served to everybody. */
@NullMarked
package accessreviews.evidence.verifier;

import org.jspecify.annotations.NullMarked;
