package accessreviews.identity;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Reads the claims of a token by the places where its issuer puts them. */
record Claims(JsonWebToken token) {

  /** The one text at the first of {@code places} that the token has. */
  Optional<String> text(List<String> places) {
    return texts(places).flatMap(texts -> texts.stream().findFirst());
  }

  /**
   * The texts at the first of {@code places} that the token has: those of a list as they are, those
   * of one text separated by blanks. Empty where no place is in the token.
   */
  Optional<Set<String>> texts(List<String> places) {
    return places.stream().map(this::at).flatMap(Optional::stream).findFirst().map(Claims::words);
  }

  /** The first of {@code names} that the token has, blanks and all; null where it has none. */
  @Nullable String whole(String... names) {
    return Arrays.stream(names)
        .map(token::<@Nullable Object>getClaim)
        .filter(Objects::nonNull)
        .flatMap(Claims::values)
        .filter(text -> text.indexOf('\0') < 0)
        .findFirst()
        .orElse(null);
  }

  private Optional<Object> at(String place) {
    var whole = claim(place);
    if (whole != null) {
      return Optional.of(whole);
    }
    var steps = place.split("/", -1);
    Object found = claim(steps[0]);
    for (var step : Arrays.asList(steps).subList(1, steps.length)) {
      found = found instanceof JsonObject object ? object.get(step) : null;
    }
    return Optional.ofNullable(found);
  }

  private @Nullable Object claim(String name) {
    return token.getClaim(name);
  }

  private static Set<String> words(Object claim) {
    var words = new LinkedHashSet<String>();
    values(claim)
        .flatMap(value -> isList(claim) ? Stream.of(value) : Arrays.stream(value.split("\\s+")))
        .filter(word -> !word.isEmpty())
        .forEach(words::add);
    return words;
  }

  private static boolean isList(Object claim) {
    return claim instanceof Collection<?>;
  }

  private static Stream<String> values(Object claim) {
    return switch (claim) {
      case String text -> Stream.of(text);
      case JsonString text -> Stream.of(text.getString());
      case Collection<?> several -> several.stream().flatMap(Claims::values);
      default -> Stream.empty(); // numbers, objects and the like name nobody and nothing
    };
  }
}
