package accessreviews.life;

import accessreviews.definitions.ReviewStatus;
import accessreviews.definitions.settings.StageSettings;
import accessreviews.instances.Instances;
import accessreviews.platform.persistence.BulkStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.Session;

/** The stages of instances follow one another, from the start of an instance to its end. */
@ApplicationScoped
class StageSteps {
  private final InstanceSteps instances;
  private final Event<StageEnded> ended;
  private final Session database;

  StageSteps(InstanceSteps instances, Event<StageEnded> ended, Session database) {
    this.instances = instances;
    this.ended = ended;
    this.database = database;
  }

  /** The first stage begins and the last one ends with the instance, in the same transactions. */
  void follow(@Observes InstancesReached reached) {
    var some = reached.instances();
    if (reached.status() == ReviewStatus.Starting) {
      some.any()
          .stageSettings()
          .first()
          .ifPresent(first -> begin(some, first, some.any().startDateTime()));
    }
    if (reached.status() == ReviewStatus.InProgress && !some.any().stageSettings().isEmpty()) {
      complete(some);
    }
  }

  /** The open stage of {@code some}, {@code stageId}, ends at {@code at}; the next one begins. */
  void end(Instances some, String stageId, Instant at) {
    instances.hold(some);
    var plan = some.any().stageSettings();
    plan.after(stageId)
        .ifPresentOrElse(
            next -> {
              complete(some);
              begin(some, next, at);
              ended.fire(new StageEnded(some, plan.stage(stageId), next));
            },
            () -> instances.end(some, at));
  }

  private void complete(Instances some) {
    BulkStatement.of(
            """
            update access_review_stage s set status = 'Completed', version = s.version + 1
            from access_review_instance i
            where i.id = s.instance_id and s.status = 'InProgress' and\s"""
                + Instances.CONDITION)
        .with(some.parameters())
        .execute(database);
  }

  private void begin(Instances some, StageSettings settings, Instant at) {
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
        .with(some.parameters())
        .with("stage", settings.stageId())
        .at("start", at)
        .at("end", at.plus(Duration.ofDays(settings.durationInDays())))
        .execute(database);
  }
}
