package accessreviews.definitions.settings;

import accessreviews.odata.bodies.ODataTypeIdResolver;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.annotation.JsonTypeIdResolver;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The effect of applying a denial, Graph's {@code accessReviewApplyAction}; the type is required.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.CUSTOM, property = "@odata.type")
@JsonTypeIdResolver(ODataTypeIdResolver.class)
@JsonSubTypes({
  @JsonSubTypes.Type(value = ApplyAction.RemoveAccess.class, name = "removeAccessApplyAction"),
  @JsonSubTypes.Type(
      value = ApplyAction.DisableAndDeleteUser.class,
      name = "disableAndDeleteUserApplyAction")
})
public sealed interface ApplyAction {
  /** The denied access is removed. This is the default. */
  @RegisterForReflection
  record RemoveAccess() implements ApplyAction {}

  /** A denied guest is blocked from signing in, and deleted after 30 days. */
  @RegisterForReflection
  record DisableAndDeleteUser() implements ApplyAction {}
}
