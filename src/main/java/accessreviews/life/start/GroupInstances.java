package accessreviews.life.start;

import accessreviews.definitions.AccessReviewScheduleDefinition;
import accessreviews.definitions.Occurrence;
import accessreviews.directory.Directory;
import accessreviews.instances.InstanceScope;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.Session;

/** The instances of a review over all groups: one for each group that the query finds. */
@ApplicationScoped
class GroupInstances {
  /** The placeholder in the scope for the id of each group. */
  private static final String EACH = "00000000-0000-0000-0000-000000000000";

  private static final Sql START = Sql.file("life/start/start-group-instances");

  private final Directory directory;
  private final Session database;

  GroupInstances(Directory directory, Session database) {
    this.directory = directory;
    this.database = database;
  }

  /**
   * Starts the instances of {@code occurrence}; returns the number of groups with principals to
   * review.
   */
  int start(AccessReviewScheduleDefinition definition, Occurrence occurrence) {
    Panache.flush(); // what they take along of the series is read from its row
    var groups =
        directory.groups(
            definition.enumeration().orElseThrow(), definition.scope(), occurrence.startDateTime());
    var scope = definition.scope().within(EACH);
    return BulkStatement.of(START.filled(groups.sql()))
        .with(groups.parameters())
        .with("definition", definition.id())
        .with("occurrence", occurrence.day())
        .at("start", occurrence.startDateTime())
        .at("end", occurrence.endDateTime())
        .with("each", EACH)
        .with("query", InstanceScope.query(scope))
        .text("searched", scope.searchedQuery().orElse(null))
        .execute(database);
  }
}
