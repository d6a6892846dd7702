package accessreviews.portal.signin;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/** Adds the settings of {@link PortalTenantFactory} to the configuration. */
public final class PortalSettings implements SmallRyeConfigBuilderCustomizer {
  @Override
  public void configBuilder(SmallRyeConfigBuilder builder) {
    builder.withSources(new PortalTenantFactory());
  }
}
