package accessreviews.dev.postgres;

/** What the choice of a PostgreSQL wants to know from Docker, Podman or the like. */
interface ContainerEngine {
  boolean answers();

  boolean hasVolume(String name);

  /** Whether the image is there, if need be after a pull. */
  boolean providesImage();
}
