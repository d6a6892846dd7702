package accessreviews.directory;

import io.quarkus.test.junit.QuarkusTest;

/** The built-in directory answers as every directory has to. */
@QuarkusTest
class BuiltInDirectoryHttpTest extends DirectoryReadContract {
  @Override
  Organisation organisation() {
    return new SqlOrganisation(rows);
  }
}
