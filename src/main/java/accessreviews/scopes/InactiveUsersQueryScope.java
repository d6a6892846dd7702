package accessreviews.scopes;

import accessreviews.odata.bodies.CleanText;
import accessreviews.odata.bodies.TextOfAtMost;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.PeriodDuration;

/**
 * The users of a query who have not signed in for {@code inactiveDuration} before the instance
 * starts. Graph's {@code accessReviewInactiveUsersQueryScope}.
 *
 * @param inactiveDuration ISO 8601, {@code PT0S} when left out
 */
@RegisterForReflection
public record InactiveUsersQueryScope(
    String query, String queryType, @Nullable String queryRoot, PeriodDuration inactiveDuration)
    implements Scope {
  public InactiveUsersQueryScope {
    query = QueryScope.required(query);
    queryType = QueryType.orDefault(queryType);
    inactiveDuration = inactiveDuration == null ? PeriodDuration.ZERO : inactiveDuration;
  }

  /** Reads the JSON form, in which {@code type} is another name of {@code queryType}. */
  @JsonCreator
  static InactiveUsersQueryScope read(
      @JsonProperty("query") @TextOfAtMost(CleanText.LONGEST_QUERY) String query,
      @JsonProperty("queryType") @Nullable String queryType,
      @JsonProperty("type") @Nullable String type,
      @JsonProperty("queryRoot") @Nullable String queryRoot,
      @JsonProperty("inactiveDuration") PeriodDuration inactiveDuration) {
    return new InactiveUsersQueryScope(
        query, QueryType.of(queryType, type), queryRoot, inactiveDuration);
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
    return new InactiveUsersQueryScope(
        new GraphQuery(query).within(id), queryType, queryRoot, inactiveDuration);
  }

  @Override
  public ResourceKind resourceKind() {
    return new GraphQuery(query).resourceKind();
  }

  @Override
  public Scope canonical() {
    return new InactiveUsersQueryScope(
        new GraphQuery(query).canonical(), queryType, null, inactiveDuration);
  }

  @Override
  public Scope readBack() {
    return new InactiveUsersQueryScope(
        new GraphQuery(query).counted(), queryType, queryRoot, inactiveDuration);
  }
}
