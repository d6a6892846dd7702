package accessreviews.tutorials;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** Who has access to what, of everyone and to everything that the directory knows. */
final class Access {
  private Access() {}

  /** {@code ada in staff}, {@code ada owns staff}, {@code ada eligible for Reader}: all of it. */
  static List<String> in(DirectoryApi directory) {
    var names = new HashMap<>(directory.users());
    names.putAll(directory.groups());
    names.putAll(directory.applications());
    names.putAll(directory.roles());
    return Stream.of(
            directory.users().values().stream().map(name -> name + " in the directory"),
            of(directory.groups(), names, " in ", directory::membersOf),
            of(directory.groups(), names, " owns ", directory::ownersOf),
            of(directory.applications(), names, " in ", directory::assignedTo),
            held(directory.assignments(), names, " in "),
            held(directory.eligibilities(), names, " eligible for "))
        .flatMap(Function.identity())
        .sorted()
        .toList();
  }

  private static Stream<String> of(
      Map<String, String> resources,
      Map<String, String> names,
      String how,
      Function<String, List<String>> principals) {
    return resources.entrySet().stream()
        .flatMap(
            resource ->
                principals.apply(resource.getKey()).stream()
                    .map(id -> named(names, id) + how + resource.getValue()));
  }

  private static Stream<String> held(
      List<DirectoryApi.RoleHolder> holders, Map<String, String> names, String how) {
    return holders.stream()
        .map(holder -> named(names, holder.principal()) + how + named(names, holder.role()));
  }

  private static String named(Map<String, String> names, String id) {
    return Objects.requireNonNull(names.get(id), id);
  }
}
