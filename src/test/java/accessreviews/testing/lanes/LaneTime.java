package accessreviews.testing.lanes;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Prints, when the tests of a JVM are over, which lane they were and how long it took. */
public final class LaneTime implements LauncherSessionListener {
  @Override
  public void launcherSessionClosed(LauncherSession session) {
    var lane = System.getProperty("lane");
    if (lane != null) {
      var time = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
      System.out.printf(
          "Lane %s took %d min %02d s%n", lane, time.toMinutes(), time.toSecondsPart());
    }
  }
}
