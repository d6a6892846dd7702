package accessreviews.life.rounds;

import accessreviews.decisions.items.Route;
import accessreviews.directory.Answer;
import accessreviews.directory.Directory;
import accessreviews.instances.Instances;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import accessreviews.reviewers.ReviewerScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import org.hibernate.Session;

/**
 * Who reviews, as rows: the lists that reviewer queries name, and who was contacted because
 * something is there for them to review.
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

  /** Writes the lists of {@code round}; nobody is contacted yet. */
  public void prepare(Instances instances, Round round) {
    write(instances, round, false, false).execute(database);
  }

  /**
   * Writes the lists of a round that runs: who is on the list of primary reviewers is contacted,
   * who stays keeps the time at which they were.
   *
   * @param kept whether who was contacted so far still is, until they turn out to be idle
   */
  void replace(Instances instances, Round round, boolean kept) {
    var statement = write(instances, round, true, kept);
    if (kept) { // then statements about many items follow
      statement.execute(database);
    } else {
      statement.executeAsPlanned(database);
    }
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
  private static String found(Answer users, Route list) {
    return """
    select i.id, r.user_id, r.display_name, r.user_principal_name, '%s'
    from access_review_instance i cross join lateral (%s) r where %s"""
        .formatted(list, users.sql(), Instances.CONDITION);
  }

  /** Whom {@code scopes} list; the manager of each principal is no list. */
  private Answer named(List<ReviewerScope> scopes) {
    return directory.reviewers(
        scopes.stream().filter(scope -> !scope.isManager()).toList(), "i.resource_id");
  }

  /** Whoever has something to review in {@code round}, whose items are routed, is contacted. */
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

  /** Who stands in for nobody any more in {@code round} is not among those who were contacted. */
  void forgetIdleFallback(Instances instances, Round round) {
    BulkStatement.of(FORGET_IDLE_FALLBACK)
        .with(instances.parameters())
        .with("stage", round.stage())
        .execute(database);
  }

  /**
   * Who had items of their own in {@code round} and has none any more has nothing to do with it.
   */
  void forgetIdle(Instances instances, Round round) {
    BulkStatement.of(FORGET_IDLE_OWN)
        .with(instances.parameters())
        .with("stage", round.stage())
        .execute(database);
  }
}
