package accessreviews.decisions.reviewers;

import accessreviews.odata.reads.Condition;
import accessreviews.reviewers.Reviewing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** A user reviews the instances and stages in which they have an item and were contacted. */
@ApplicationScoped
class ContactedReviewing implements Reviewing {
  private static final String CALLER = "caller";

  @Override
  public Condition definitions(String path, UUID user) {
    return Condition.of(
        """
        %sid in (
          select i.definition.id from AskedReviewer r join AccessReviewInstance i
            on i.id = r.key.instanceId
          where r.key.userId = :caller)"""
            .formatted(path),
        CALLER,
        user);
  }

  @Override
  public Condition instances(String path, UUID user) {
    return Condition.of(
        """
        %sid in (
          select r.key.instanceId from AskedReviewer r
          where r.key.userId = :caller)"""
            .formatted(path),
        CALLER,
        user);
  }

  @Override
  public Condition stages(String path, UUID user) {
    return Condition.of(
        """
        %sid in (
          select s.id from AskedReviewer r join AccessReviewStage s
            on s.instance.id = r.key.instanceId and s.stageId = r.key.stage
          where r.key.userId = :caller)"""
            .formatted(path),
        CALLER,
        user);
  }
}
