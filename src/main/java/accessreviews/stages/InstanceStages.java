package accessreviews.stages;

import accessreviews.instances.InstanceEnded;
import accessreviews.instances.InstanceStarted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The stages of an instance begin and end with it, in the same transactions. */
@ApplicationScoped
class InstanceStages {
  void begin(@Observes InstanceStarted started) {
    var instance = started.instance();
    instance
        .stageSettings()
        .first()
        .map(settings -> new AccessReviewStage(instance, settings, instance.startDateTime()))
        .ifPresent(stage -> stage.persist());
  }

  void end(@Observes InstanceEnded ended) {
    AccessReviewStage.openIn(ended.instance().id()).ifPresent(AccessReviewStage::complete);
  }
}
