package accessreviews.odata.paths;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.Synthesis;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.enterprise.lang.model.declarations.ClassInfo;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads at build what the resources declare, and makes {@link ServedPaths} of it. CDI runs this
 * class in the build; the service itself looks at no annotation when it starts.
 */
public class PathsAtBuild implements BuildCompatibleExtension {
  private static final String IN_BOTH = "inBoth";
  private static final String ONLY_IN_BETA = "onlyInBeta";
  private static final String OUTSIDE = "outside";
  private static final String OPEN = "open";

  private final List<Class<?>> resources = new ArrayList<>();

  /** Remembers each resource. */
  @Enhancement(types = Object.class, withSubtypes = true, withAnnotations = Path.class)
  public void collect(ClassInfo resource) throws ClassNotFoundException {
    resources.add(
        Class.forName(resource.name(), false, Thread.currentThread().getContextClassLoader()));
  }

  /** Adds the bean that knows their paths. */
  @Synthesis
  public void provide(SyntheticComponents components) {
    var declared = DeclaredPaths.of(resources);
    components
        .addBean(ServedPaths.class)
        .type(ServedPaths.class)
        .scope(Singleton.class)
        .withParam(IN_BOTH, declared.inBoth().toArray(String[]::new))
        .withParam(ONLY_IN_BETA, declared.onlyInBeta().toArray(String[]::new))
        .withParam(OUTSIDE, declared.outside().toArray(String[]::new))
        .withParam(OPEN, declared.open().toArray(String[]::new))
        .createWith(Creation.class);
  }

  /** Makes the bean when the service starts. */
  public static class Creation implements SyntheticBeanCreator<ServedPaths> {
    @Override
    public ServedPaths create(Instance<Object> lookup, Parameters declared) {
      return new ServedPaths(
          new DeclaredPaths(
              List.of(declared.get(IN_BOTH, String[].class)),
              List.of(declared.get(ONLY_IN_BETA, String[].class)),
              List.of(declared.get(OUTSIDE, String[].class)),
              List.of(declared.get(OPEN, String[].class))));
    }
  }
}
