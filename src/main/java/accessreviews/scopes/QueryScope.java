package accessreviews.scopes;

import accessreviews.odata.bodies.CleanText;
import accessreviews.odata.bodies.TextOfAtMost;
import accessreviews.refusal.Refused;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The principals or resources of one query, Graph's {@code accessReviewQueryScope}. The query is
 * required.
 */
@RegisterForReflection
public record QueryScope(String query, String queryType, @Nullable String queryRoot)
    implements Scope {
  public QueryScope {
    query = required(query);
    queryType = QueryType.orDefault(queryType);
  }

  /** Reads the JSON form, in which {@code type} is another name of {@code queryType}. */
  @JsonCreator
  static QueryScope read(
      @JsonProperty("query") @TextOfAtMost(CleanText.LONGEST_QUERY) String query,
      @JsonProperty("queryType") @Nullable String queryType,
      @JsonProperty("type") @Nullable String type,
      @JsonProperty("queryRoot") @Nullable String queryRoot) {
    return new QueryScope(query, QueryType.of(queryType, type), queryRoot);
  }

  static String required(@Nullable String query) {
    if (query == null || query.isBlank()) {
      throw Refused.missing("query", "a Graph query such as /groups/{groupId}/transitiveMembers");
    }
    return query;
  }

  /** The group {@code id}, as an enumeration of one. */
  static Scope group(String id) {
    return new QueryScope("/groups/" + id, QueryType.orDefault(null), null);
  }

  @Override
  public Optional<String> searchedQuery() {
    return Optional.of(new GraphQuery(query).searched());
  }

  @Override
  public boolean isSpelledForBeta() {
    return new GraphQuery(query).url().filter(AccessPackageSpelling::isOfBeta).isPresent();
  }

  @Override
  public Optional<UUID> onlyGroup() {
    return new GraphQuery(query).group().map(UUID::fromString);
  }

  @Override
  public Optional<Scope> reviewedGroup() {
    return new GraphQuery(query).group().map(QueryScope::group);
  }

  @Override
  public boolean isRelative() {
    return new GraphQuery(query).isRelative();
  }

  @Override
  public Scope within(String id) {
    return new QueryScope(new GraphQuery(query).within(id), queryType, queryRoot);
  }

  @Override
  public ResourceKind resourceKind() {
    return new GraphQuery(query).resourceKind();
  }

  @Override
  public Scope canonical() {
    return new QueryScope(new GraphQuery(query).canonical(), queryType, null);
  }

  @Override
  public Scope readBack() {
    return new QueryScope(new GraphQuery(query).counted(), queryType, queryRoot);
  }
}
