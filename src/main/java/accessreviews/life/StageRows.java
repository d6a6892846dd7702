package accessreviews.life;

import accessreviews.definitions.settings.StageSettings;
import accessreviews.instances.Instances;
import accessreviews.odata.EdmDateTime;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.Session;

/** The rows of stages: a stage is written when it begins, and completed when it ends. */
@ApplicationScoped
class StageRows {
  private static final Sql BEGIN = Sql.file("life/begin-stage");
  private static final Sql COMPLETE = Sql.file("life/complete-stages");

  private final Session database;

  StageRows(Session database) {
    this.database = database;
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
  }

  /** Completes the open stage of {@code instances}, if they have stages. */
  void complete(Instances instances) {
    if (instances.any().stageSettings().isEmpty()) {
      return;
    }
    BulkStatement.of(COMPLETE).with(instances.parameters()).execute(database);
  }
}
