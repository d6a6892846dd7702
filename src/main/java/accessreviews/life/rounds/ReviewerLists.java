package accessreviews.life.rounds;

import accessreviews.decisions.items.Route;
import accessreviews.directory.Directory;
import accessreviews.directory.DirectoryRows;
import accessreviews.instances.Instances;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import accessreviews.reviewers.ReviewerScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import org.hibernate.Session;

/**
 * The reviewers as rows: the lists that reviewer queries find, and the reviewers who were contacted
 * because they have items.
 */
@ApplicationScoped
public class ReviewerLists {
  private static final Sql WRITE = Sql.file("life/rounds/write-reviewers");
  private static final Sql CONTACT_LISTED = Sql.file("life/rounds/contact-listed");
  private static final Sql CONTACT_OWN = Sql.file("life/rounds/contact-own");
  private static final Sql FORGET_IDLE_FALLBACK = Sql.file("life/rounds/forget-idle-fallback");
  private static final Sql FORGET_IDLE_OWN = Sql.file("life/rounds/forget-idle-own");

  private final Directory directory;
  private final Session database;
  private final InstantSource clock;

  ReviewerLists(Directory directory, Session database, InstantSource clock) {
    this.directory = directory;
    this.database = database;
    this.clock = clock;
  }

  /** Writes the lists of {@code round}; no reviewer is contacted yet. */
  public void prepare(Instances instances, Round round) {
    write(instances, round, false, false).execute(database);
  }

  /**
   * Replaces the lists of a running round. Reviewers on the primary list are contacted; those who
   * stay keep the time of their first contact.
   *
   * @param kept whether reviewers who were contacted before stay contacted until they have no items
   */
  void replace(Instances instances, Round round, boolean kept) {
    write(instances, round, true, kept).execute(database);
  }

  private BulkStatement write(Instances instances, Round round, boolean contacted, boolean kept) {
    var primary = named(round.reviewers().scopes()).numbered(1);
    var fallback = named(round.fallback().scopes()).numbered(2);
    var found = found(primary, Route.primary) + "\nunion all\n" + found(fallback, Route.fallback);
    return BulkStatement.of(WRITE.filled(found))
        .with(instances.parameters())
        .with(primary.parameters())
        .with(fallback.parameters())
        .with("stage", round.stage())
        .with("contacted", contacted)
        .with("kept", kept)
        .at("now", clock.instant());
  }

  /** Those of {@code users} for each instance, with the list that they are on. */
  private static String found(DirectoryRows users, Route list) {
    return """
    select i.id, r.user_id, r.display_name, r.user_principal_name, '%s'
    from access_review_instance i cross join lateral (%s) r where %s"""
        .formatted(list, users.sql(), Instances.CONDITION);
  }

  /** The users that {@code scopes} list. The manager of each principal is not a list. */
  private DirectoryRows named(List<ReviewerScope> scopes) {
    return directory.reviewers(
        scopes.stream().filter(scope -> !scope.isManager()).toList(), "i.resource_id");
  }

  /** Contacts every reviewer with an item in {@code round}, whose items are routed. */
  void contact(Instances instances, Round round) {
    if (round.isIndividual()) {
      contactOwn(instances, round);
    }
    BulkStatement.of(CONTACT_LISTED)
        .with(instances.parameters())
        .with("stage", round.stage())
        .at("now", clock.instant())
        .execute(database);
  }

  private void contactOwn(Instances instances, Round round) {
    var users = directory.users();
    BulkStatement.of(CONTACT_OWN.filled(users.sql()))
        .with(instances.parameters())
        .with(users.parameters())
        .with("stage", round.stage())
        .at("now", clock.instant())
        .execute(database);
  }

  /** Removes fallback reviewers without items in {@code round} from the contacted reviewers. */
  void forgetIdleFallback(Instances instances, Round round) {
    BulkStatement.of(FORGET_IDLE_FALLBACK)
        .with(instances.parameters())
        .with("stage", round.stage())
        .execute(database);
  }

  /** Removes reviewers who no longer have items of their own in {@code round}. */
  void forgetIdle(Instances instances, Round round) {
    BulkStatement.of(FORGET_IDLE_OWN)
        .with(instances.parameters())
        .with("stage", round.stage())
        .execute(database);
  }
}
