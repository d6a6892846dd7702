package accessreviews.odata.bodies;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A text of a body that may have more characters than {@link CleanText#LONGEST}. */
@Retention(RetentionPolicy.RUNTIME)
public @interface TextOfAtMost {
  /** The characters that it may have. */
  int value();
}
