package accessreviews.odata.paths;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Callers need no token: everyone may read this, or needs it in order to have a token. */
@Retention(RUNTIME)
@Target(METHOD)
public @interface Open {}
