package accessreviews.testing.lanes;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * An HTTP class that starts services of what was built, which takes minutes: {@code ./mvnw verify
 * -DexcludedGroups=services} leaves these out.
 */
@Tag("services")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface StartsServices {}
