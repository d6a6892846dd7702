package accessreviews.platform;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service; in production only after a look at what it cannot do without. */
@QuarkusMain
public final class Main {
  private Main() {}

  @SuppressWarnings("SystemExitOutsideMain")
  public static void main(String... args) {
    if (LaunchMode.current() == LaunchMode.NORMAL) {
      Preconditions.firstUnmet()
          .ifPresent(
              unmet -> {
                System.err.println("Access Reviews does not start: " + unmet);
                System.exit(1);
              });
    }
    Quarkus.run(args);
  }
}
