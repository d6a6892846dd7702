package accessreviews.scopes;

import accessreviews.refusal.Refused;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The access of principals ({@code principalScopes}) to resources ({@code resourceScopes}), Graph's
 * {@code principalResourceMembershipsScope}. Both are required.
 */
@RegisterForReflection
public record PrincipalResourceMembershipsScope(
    List<Scope> principalScopes, List<Scope> resourceScopes) implements Scope {
  public PrincipalResourceMembershipsScope {
    principalScopes = required("principalScopes", principalScopes);
    resourceScopes = required("resourceScopes", resourceScopes);
  }

  private static List<Scope> required(String member, @Nullable List<Scope> scopes) {
    if (scopes == null || scopes.isEmpty()) {
      throw Refused.missing(member, "at least one accessReviewQueryScope");
    }
    return List.copyOf(scopes);
  }

  /**
   * The kind of the resources, which is the same for all of them (NewDefinition refuses others).
   */
  @Override
  public ResourceKind resourceKind() {
    return resourceScopes.getFirst().resourceKind();
  }

  @Override
  public Set<UUID> groups() {
    return resourceScopes.stream()
        .flatMap(scope -> scope.groups().stream())
        .collect(Collectors.toSet());
  }

  @Override
  public Optional<UUID> onlyGroup() {
    return resourceScopes.size() == 1 ? resourceScopes.getFirst().onlyGroup() : Optional.empty();
  }

  @Override
  public Scope canonical() {
    return new PrincipalResourceMembershipsScope(
        principalScopes.stream().map(Scope::canonical).toList(),
        resourceScopes.stream().map(Scope::canonical).toList());
  }

  @Override
  public Scope readBack() {
    return new PrincipalResourceMembershipsScope(
        principalScopes.stream().map(Scope::readBack).toList(),
        resourceScopes.stream().map(Scope::readBack).toList());
  }
}
