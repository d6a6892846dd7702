package accessreviews.scopes;

import accessreviews.odata.bodies.ODataTypeIdResolver;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.annotation.JsonTypeIdResolver;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The scope of a review, Graph's {@code accessReviewScope}. It is stored as it was sent. A scope
 * that does not name its type is read as a {@link QueryScope}.
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

  /** This scope with canonical queries. Scopes with the same meaning are equal in this form. */
  Scope canonical();

  /** This scope as answers show it: queries with service root, {@code queryRoot} always present. */
  Scope readBack();

  /** The kind of resource that this scope names. */
  ResourceKind resourceKind();

  /**
   * The query that {@code contains(scope/query,…)} searches, in the form of answers; only a {@link
   * QueryScope} has one.
   */
  default Optional<String> searchedQuery() {
    return Optional.empty();
  }

  /** Whether v1.0 of the live service refuses the spelling of this scope's query. */
  default boolean isSpelledForBeta() {
    return false;
  }

  /** The group whose members are reviewed, if the scope names one. */
  default Optional<Scope> reviewedGroup() {
    return Optional.empty();
  }

  /** The groups that the scope names as resources. */
  default Set<UUID> groups() {
    return onlyGroup().map(Set::of).orElse(Set.of());
  }

  /** The group that is the only resource, if there is one. */
  default Optional<UUID> onlyGroup() {
    return Optional.empty();
  }

  /** Whether the scope needs an enumeration of groups to which it applies. */
  default boolean isRelative() {
    return false;
  }

  /** This scope for the group {@code id}, if it is relative to the groups of an enumeration. */
  default Scope within(String id) {
    return this;
  }

  /** Whether {@code other} means the same as this scope. */
  default boolean means(Scope other) {
    return canonical().equals(other.canonical());
  }
}
