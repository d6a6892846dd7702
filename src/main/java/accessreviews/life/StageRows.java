package accessreviews.life;

import accessreviews.definitions.settings.StageSettings;
import accessreviews.identity.UserIdentity;
import accessreviews.instances.Instances;
import accessreviews.odata.EdmDateTime;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import accessreviews.stages.StagesEnded;
import accessreviews.stages.StagesStarted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.Session;

/** The rows of stages: a stage is written when it begins, and completed when it ends. */
@ApplicationScoped
class StageRows {
  private static final Sql BEGIN = Sql.file("life/begin-stage");
  private static final Sql COMPLETE = Sql.file("life/complete-stages");

  private final Session database;
  private final Event<StagesStarted> started;
  private final Event<StagesEnded> ended;

  StageRows(Session database, Event<StagesStarted> started, Event<StagesEnded> ended) {
    this.database = database;
    this.started = started;
    this.ended = ended;
  }

  /** Begins the first stage of {@code instances}, if they have stages, at their start. */
  void beginFirst(Instances instances) {
    var any = instances.any();
    any.stageSettings().first().ifPresent(first -> begin(instances, first, any.startDateTime()));
  }

  /** Begins the stage of {@code settings} at {@code at}. */
  void begin(Instances instances, StageSettings settings, Instant at) {
    BulkStatement.of(BEGIN)
        .with(instances.parameters())
        .with("stage", settings.stageId())
        .at("start", at)
        .at("end", EdmDateTime.later(at, Duration.ofDays(settings.durationInDays())))
        .execute(database);
    started.fire(new StagesStarted(instances.ids(), settings.stageId()));
  }

  /**
   * Completes the open stage of {@code instances}, if they have stages, in the name of {@code by}.
   */
  void complete(Instances instances, UserIdentity by) {
    if (instances.any().stageSettings().isEmpty()) {
      return;
    }
    var stages = BulkStatement.of(COMPLETE).with(instances.parameters()).ids(database);
    ended.fire(new StagesEnded(stages, by));
  }
}
