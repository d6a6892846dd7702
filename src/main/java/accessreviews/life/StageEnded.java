package accessreviews.life;

import accessreviews.definitions.settings.StageSettings;
import accessreviews.instances.Instances;

/**
 * The stage {@code ended} of instances is over and {@code next} follows, in the transaction that
 * stores it: what goes on to it does so on this event.
 */
public record StageEnded(Instances instances, StageSettings ended, StageSettings next) {}
