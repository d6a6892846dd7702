package accessreviews.odata.paths;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * The last segment of the path names an action, a function or a type of Graph, so that callers may
 * write its namespace before it: {@code microsoft.graph.stop}.
 */
@Retention(RUNTIME)
@Target(METHOD)
public @interface Qualified {
  /** The parameters that a function has to be called with, such as {@code on='reviewer'}. */
  String value() default "";
}
