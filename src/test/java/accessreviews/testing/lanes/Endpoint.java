package accessreviews.testing.lanes;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * The HTTP class that shows whether an endpoint works at all: {@code ./mvnw verify -Pcheck} runs
 * these, one for each endpoint.
 */
@Tag("endpoint")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Endpoint {}
