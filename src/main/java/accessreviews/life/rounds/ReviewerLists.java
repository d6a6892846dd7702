package accessreviews.life.rounds;

import accessreviews.directory.Answer;
import accessreviews.directory.Directory;
import accessreviews.instances.Instances;
import accessreviews.platform.persistence.BulkStatement;
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
  /**
   * Which lists of {@code :stage} have anybody on them, of the instance {@code i}; asked once for
   * each instance, which {@code offset 0} sees to, and not for each of its items.
   */
  public static final String FILLED =
      """
      (select
        exists (select from access_review_reviewer r where r.instance_id = i.id
          and r.stage = :stage and r.listed = 'primary') has_primary,
        exists (select from access_review_reviewer r where r.instance_id = i.id
          and r.stage = :stage and r.listed = 'fallback') has_fallback
        offset 0)""";

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
    return BulkStatement.of(
            """
            with found (instance_id, user_id, display_name, user_principal_name, listed) as (
              select i.id, r.user_id, r.display_name, r.user_principal_name, 'primary'
              from access_review_instance i cross join lateral (%1$s) r where %3$s
              union all
              select i.id, r.user_id, r.display_name, r.user_principal_name, 'fallback'
              from access_review_instance i cross join lateral (%2$s) r where %3$s),
            wanted as (
              select distinct on (instance_id, user_id) * from found
              order by instance_id, user_id, listed desc),
            gone as (
              delete from access_review_reviewer r using access_review_instance i
              where %3$s and r.instance_id = i.id and r.stage = :stage and r.listed is not null
                and (r.instance_id, r.user_id) not in (select instance_id, user_id from wanted))
            insert into access_review_reviewer
              (instance_id, stage, user_id, listed, contacted, display_name, user_principal_name,
               created_date_time)
            select instance_id, :stage, user_id, listed, :contacted and listed = 'primary',
              display_name, user_principal_name, :now
            from wanted
            on conflict (instance_id, stage, user_id)
              do update set listed = excluded.listed,
                contacted = excluded.contacted
                  or :kept and access_review_reviewer.contacted"""
                .formatted(primary.sql(), fallback.sql(), Instances.CONDITION))
        .with(instances.parameters())
        .with(primary.parameters())
        .with(fallback.parameters())
        .with("stage", round.stage())
        .with("contacted", contacted)
        .with("kept", kept)
        .at("now", clock.instant());
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
    BulkStatement.of(
            """
            update access_review_reviewer r set contacted = true, created_date_time = :now
            from access_review_instance i
            where %s and r.instance_id = i.id and r.stage = :stage and not r.contacted
              and (r.listed = 'primary' or r.listed = 'fallback' and exists (
                select from access_review_decision_item d
                where d.instance_id = i.id and d.stage = :stage and d.route = 'fallback'))"""
                .formatted(Instances.CONDITION))
        .with(instances.parameters())
        .with("stage", round.stage())
        .at("now", clock.instant())
        .execute(database);
  }

  private void contactOwn(Instances instances, Round round) {
    var users = directory.users();
    BulkStatement.of(
            """
            insert into access_review_reviewer
              (instance_id, stage, user_id, contacted, display_name, user_principal_name,
               created_date_time)
            select own.instance_id, :stage, own.reviewer_id, true, u.display_name,
              u.user_principal_name, :now
            from (
              select distinct d.instance_id, d.reviewer_id from access_review_decision_item d
              join access_review_instance i on i.id = d.instance_id
              where %s and d.stage = :stage and d.reviewer_id is not null) own
            left join (%s) u on u.user_id = own.reviewer_id
            on conflict (instance_id, stage, user_id) do update set contacted = true"""
                .formatted(Instances.CONDITION, users.sql()))
        .with(instances.parameters())
        .with(users.parameters())
        .with("stage", round.stage())
        .at("now", clock.instant())
        .execute(database);
  }

  /** Who stands in for nobody any more in {@code round} is not among those who were contacted. */
  void forgetIdleFallback(Instances instances, Round round) {
    BulkStatement.of(
            """
            update access_review_reviewer r set contacted = false
            from access_review_instance i
            where %s and r.instance_id = i.id and r.stage = :stage and r.contacted
              and r.listed = 'fallback' and not exists (
                select from access_review_decision_item d
                where d.instance_id = i.id and d.stage = :stage
                  and (d.route = 'fallback' or d.reviewer_id = r.user_id))"""
                .formatted(Instances.CONDITION))
        .with(instances.parameters())
        .with("stage", round.stage())
        .execute(database);
  }

  /**
   * Who had items of their own in {@code round} and has none any more has nothing to do with it.
   */
  void forgetIdle(Instances instances, Round round) {
    BulkStatement.of(
            """
            delete from access_review_reviewer r using access_review_instance i
            where %s and r.instance_id = i.id and r.stage = :stage and r.listed is null
              and not exists (
                select from access_review_decision_item d
                where d.reviewer_id = r.user_id and d.instance_id = i.id and d.stage = :stage)"""
                .formatted(Instances.CONDITION))
        .with(instances.parameters())
        .with("stage", round.stage())
        .execute(database);
  }
}
