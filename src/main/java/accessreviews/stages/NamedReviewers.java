package accessreviews.stages;

import accessreviews.odata.Condition;
import accessreviews.reviewers.Reviewing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * The users whom reviewer queries name one by one review whole instances and stages. Where an
 * instance has stages, these say who reviews it, and its own reviewers count for nothing.
 */
@ApplicationScoped
class NamedReviewers implements Reviewing {
  private static final String CALLER = "caller";

  @Override
  public Condition definitions(String path, UUID user) {
    return Condition.of(
        """
        %sid in (
          select i.definition.id from AccessReviewInstance i
          where array_contains(i.namedReviewers, :caller)
            and not exists (select 1 from AccessReviewStage own where own.instance.id = i.id)
          union all
          select s.instance.definition.id from AccessReviewStage s
          where array_contains(s.namedReviewers, :caller))"""
            .formatted(path),
        CALLER,
        user);
  }

  @Override
  public Condition instances(String path, UUID user) {
    return Condition.of(
        """
        %sid in (
          select i.id from AccessReviewInstance i
          where array_contains(i.namedReviewers, :caller)
            and not exists (select 1 from AccessReviewStage own where own.instance.id = i.id)
          union all
          select s.instance.id from AccessReviewStage s
          where array_contains(s.namedReviewers, :caller))"""
            .formatted(path),
        CALLER,
        user);
  }

  @Override
  public Condition stages(String path, UUID user) {
    return Condition.of("array_contains(%snamedReviewers, :caller)".formatted(path), CALLER, user);
  }
}
