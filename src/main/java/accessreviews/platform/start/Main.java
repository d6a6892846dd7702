package accessreviews.platform.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service; what was packaged starts only after a look at what it cannot do without. */
@QuarkusMain
public final class Main {
  /** Dev mode loads the application by this loader; the launch mode is not known so early. */
  private static final String DEV_MODE_LOADER =
      "io.quarkus.bootstrap.classloading.QuarkusClassLoader";

  Main() {}

  /** Starts the service, or says in one sentence why it does not, with exit code 1. */
  @SuppressWarnings("SystemExitOutsideMain")
  public static void main(String... args) {
    if (isPackaged()) {
      Preconditions.firstUnmet()
          .ifPresent(
              unmet -> {
                System.err.println("Access Reviews does not start: " + unmet);
                System.exit(1);
              });
    }
    Quarkus.run(args);
  }

  private static boolean isPackaged() {
    return !Main.class.getClassLoader().getClass().getName().equals(DEV_MODE_LOADER);
  }
}
