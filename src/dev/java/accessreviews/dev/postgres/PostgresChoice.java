package accessreviews.dev.postgres;

/** Which PostgreSQL dev mode or a test run gets when no JDBC URL is configured. */
sealed interface PostgresChoice {
  /** A container of the official image. */
  record Container() implements PostgresChoice {}

  /**
   * A PostgreSQL whose binaries come as a Maven artifact.
   *
   * @param because why it is not a container
   */
  record Embedded(String because) implements PostgresChoice {}

  /**
   * A container where that works. But data that is here already is not left behind: who began
   * embedded and installs Docker later finds everything where it was.
   */
  static PostgresChoice of(
      DevDirectory devDirectory, DevDatabaseConfig config, ContainerEngine engine) {
    if (!config.container()) {
      return new Embedded("containers are turned off");
    }
    if (!engine.answers()) {
      return new Embedded("no container engine answered");
    }
    if (devDirectory.hasEmbeddedData() && !engine.hasVolume(devDirectory.containerName())) {
      return new Embedded("its data is here already");
    }
    if (!engine.providesImage()) {
      return new Embedded("the container engine could not provide the image");
    }
    return new Container();
  }
}
