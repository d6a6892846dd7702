package accessreviews.instances;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What went wrong in the life of an instance, Graph's {@code accessReviewError}. */
@RegisterForReflection
public record LifeCycleError(String code, String message) {}
