/**
 * The verifier against packages that are made here, by code that shares nothing with the service.
 */
@org.jspecify.annotations.NullMarked
package accessreviews.evidence.verifier;
