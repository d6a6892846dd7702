package accessreviews.notifications.occasions;

import accessreviews.instances.InstancesEnded;
import accessreviews.life.rounds.ReviewersContacted;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import accessreviews.stages.StagesEnded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/**
 * The half times of rounds that are under way. Each round has one, whatever the series says about
 * reminders when it begins; the half time of a round that ends before is forgotten.
 */
@ApplicationScoped
class HalfTimes {
  private static final Sql PLAN = Sql.file("notifications/occasions/plan-half-times");
  private static final Sql FORGET = Sql.file("notifications/occasions/forget-half-times");
  private static final Sql FIND = Sql.file("notifications/occasions/find-half-way");

  private final Session database;

  HalfTimes(Session database) {
    this.database = database;
  }

  void plan(@Observes ReviewersContacted contacted) {
    if (contacted.begins()) {
      BulkStatement.of(PLAN)
          .with("instances", contacted.instances().toArray(UUID[]::new))
          .with("stage", contacted.stage())
          .at("now", contacted.at())
          .execute(database);
    }
  }

  void forget(@Observes InstancesEnded ended) {
    forget(ended.ids(), List.of());
  }

  void forget(@Observes StagesEnded ended) {
    forget(List.of(), ended.ids());
  }

  private void forget(List<UUID> instances, List<UUID> stages) {
    BulkStatement.of(FORGET)
        .with("instances", instances.toArray(UUID[]::new))
        .with("stages", stages.toArray(UUID[]::new))
        .execute(database);
  }

  /** The instances whose half time it is, if their series reminds at this moment. */
  List<UUID> reminding(HalfTime now) {
    return BulkStatement.of(FIND)
        .with("definition", now.definitionId())
        .with("occurrence", now.occurrence())
        .with("stage", now.stage())
        .at("half_time", now.instant())
        .ids(database);
  }

  /** Half time is over. */
  int forget(UUID id) {
    return BulkStatement.of("delete from notice_half_time where id = :id")
        .with("id", id)
        .execute(database);
  }
}
