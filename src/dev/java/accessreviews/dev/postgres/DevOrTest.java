package accessreviews.dev.postgres;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a local PostgreSQL is for: dev mode keeps its data and is careful with it, tests want speed.
 */
enum DevOrTest {
  DEV("on"),
  TEST("off");

  /** For initdb: one order of texts on every operating system, in a container or not. */
  static final List<String> LOCALE =
      List.of("--no-locale", "--locale-provider=builtin", "--builtin-locale=C.UTF-8");

  private final String durability;

  DevOrTest(String durability) {
    this.durability = durability;
  }

  boolean keepsData() {
    return this == DEV;
  }

  /** Server settings, the same in a container and embedded. */
  Map<String, String> serverSettings() {
    return Map.of(
        "fsync", durability,
        "synchronous_commit", durability,
        "full_page_writes", durability,
        "timezone", "UTC");
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
