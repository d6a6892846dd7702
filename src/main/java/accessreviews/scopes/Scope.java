package accessreviews.scopes;

import accessreviews.odata.bodies.ODataTypeIdResolver;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.annotation.JsonTypeIdResolver;
import java.util.Optional;

/**
 * What is reviewed, Graph's {@code accessReviewScope}. Kept as it was sent; without {@code
 * @odata.type} it is read as a {@link QueryScope}.
 */
@JsonTypeInfo(
    use = JsonTypeInfo.Id.CUSTOM,
    property = "@odata.type",
    defaultImpl = QueryScope.class)
@JsonTypeIdResolver(ODataTypeIdResolver.class)
@JsonSubTypes({
  @JsonSubTypes.Type(value = QueryScope.class, name = "accessReviewQueryScope"),
  @JsonSubTypes.Type(
      value = InactiveUsersQueryScope.class,
      name = "accessReviewInactiveUsersQueryScope"),
  @JsonSubTypes.Type(
      value = PrincipalResourceMembershipsScope.class,
      name = "principalResourceMembershipsScope")
})
public sealed interface Scope
    permits QueryScope, InactiveUsersQueryScope, PrincipalResourceMembershipsScope {

  /** This scope with canonical queries: two scopes that mean the same are equal in this form. */
  Scope canonical();

  /** This scope as it is read back: queries with service root, {@code queryRoot} always there. */
  Scope readBack();

  /** To what kind of resource this scope looks after access. */
  ResourceKind resourceKind();

  /**
   * The query that lists are filtered by, as it is read back; only a {@link QueryScope} has one.
   */
  default Optional<String> searchedQuery() {
    return Optional.empty();
  }

  /** The one group whose members are reviewed, where the scope names one. */
  default Optional<Scope> reviewedGroup() {
    return Optional.empty();
  }

  /** Whether the scope needs an enumeration of groups to which it applies. */
  default boolean isRelative() {
    return false;
  }

  /** This scope for the group {@code id}, where it is relative to the groups of an enumeration. */
  default Scope within(String id) {
    return this;
  }

  /** Whether {@code other} means the same as this scope. */
  default boolean means(Scope other) {
    return canonical().equals(other.canonical());
  }
}
