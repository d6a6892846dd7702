package accessreviews.testing.lanes;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An HTTP class that needs the service in its own process, and has no {@code IT}. Of every other
 * one the build makes one, which runs it against what was built.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface InProcessOnly {
  /** What it needs the process for. */
  String value();
}
