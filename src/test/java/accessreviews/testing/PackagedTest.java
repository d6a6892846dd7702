package accessreviews.testing;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The HTTP tests of the class above, on what was built: the jar, the native binary or an image, in
 * another process and in the profile of production.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@QuarkusIntegrationTest
@WithTestResource(IntegrationTestSettings.class)
public @interface PackagedTest {}
