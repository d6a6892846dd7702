package accessreviews.dev.postgres;

/**
 * A local PostgreSQL that takes connections.
 *
 * @param origin what it is and why, for the log
 */
record RunningPostgres(String url, String origin) {
  static final String USER = "postgres";
  static final String PASSWORD = "postgres";

  static String urlAt(String host, int port) {
    return "jdbc:postgresql://" + host + ":" + port + "/postgres";
  }
}
