package accessreviews.odata.paths;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** {@code /beta} serves this method, or all methods of this resource; {@code /v1.0} does not. */
@Retention(RUNTIME)
@Target({TYPE, METHOD})
public @interface OnlyInBeta {}
