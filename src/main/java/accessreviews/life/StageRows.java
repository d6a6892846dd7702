package accessreviews.life;

import accessreviews.definitions.settings.StageSettings;
import accessreviews.instances.Instances;
import accessreviews.platform.persistence.BulkStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.Session;

/** The rows of stages: a stage is written when it begins, and completed when it ends. */
@ApplicationScoped
class StageRows {
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
    BulkStatement.of(
            """
            insert into access_review_stage
              (id, version, instance_id, stage_id, start_date_time, end_date_time, status,
               reviewers, fallback_reviewers)
            select gen_random_uuid(), 0, i.id, :stage, :start, :end, 'InProgress',
              coalesce(nullif(planned.stage -> 'reviewers', 'null'), '[]'),
              coalesce(nullif(planned.stage -> 'fallbackReviewers', 'null'), '[]')
            from access_review_instance i,
              jsonb_path_query(i.stage_settings, '$[*]') planned (stage)
            where planned.stage ->> 'stageId' = :stage and\s"""
                + Instances.CONDITION)
        .with(instances.parameters())
        .with("stage", settings.stageId())
        .at("start", at)
        .at("end", at.plus(Duration.ofDays(settings.durationInDays())))
        .execute(database);
  }

  /** Completes the open stage of {@code instances}, if they have stages. */
  void complete(Instances instances) {
    if (instances.any().stageSettings().isEmpty()) {
      return;
    }
    BulkStatement.of(
            """
            update access_review_stage s set status = 'Completed', version = s.version + 1
            from access_review_instance i
            where i.id = s.instance_id and s.status = 'InProgress' and\s"""
                + Instances.CONDITION)
        .with(instances.parameters())
        .execute(database);
  }
}
