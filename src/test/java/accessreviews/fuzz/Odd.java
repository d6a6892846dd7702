package accessreviews.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;

/** Makes things that are almost right, or not at all; the same again from the same seed. */
final class Odd {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Texts in which something is known to be wrong with someone. */
  private static final List<String> WORDS =
      List.of(
          "",
          " ",
          "'",
          "''",
          "\"",
          "\\",
          "%",
          "%zz",
          "%00",
          "\0",
          "\ud800",
          "\uffff",
          "💥",
          "ß",
          "null",
          "true",
          "-1",
          "0",
          "1e999",
          "99999999999999999999",
          "NaN",
          "{}",
          "[]",
          "../..",
          "/users/",
          "/users/x",
          "./manager",
          "./",
          "/groups/{id}",
          "/groups?$filter=",
          "?",
          "#",
          "$filter=",
          "PT-1S",
          "P99999999999Y",
          "P1M1W",
          "9999-12-31",
          "0000-00-00",
          "2026-02-30",
          "2026-01-01T00:00:00",
          "W/\"0\"",
          "*",
          "W/\"\"",
          "select pg_sleep(1)",
          "' or 1=1 --",
          "microsoft.graph.user",
          "#microsoft.graph.nothing",
          "Content-Type: x\r\nX: y");

  private static final List<String> FILTERS =
      List.of(
          "status",
          "eq",
          "ne",
          "and",
          "or",
          "not",
          "(",
          ")",
          "'InProgress'",
          "displayName",
          "contains",
          "contains(scope/query,'x')",
          "scope/query",
          ",",
          "in",
          "any",
          "c:c",
          "id",
          "null",
          "1",
          "''",
          "'",
          "/",
          "isof",
          "gt",
          "createdDateTime",
          "instances",
          "$it",
          ";");

  private static final Pattern MEMBER = Pattern.compile("\"([A-Za-z]{1,40})\":");

  private final Random random;
  private final OddValues values;

  Odd(long seed) {
    random = new Random(seed);
    values = new OddValues(random);
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  String text() {
    return switch (random.nextInt(12)) {
      case 0 -> oneOf(WORDS).repeat(1 + random.nextInt(3000));
      case 1, 2, 3 -> anyText();
      case 4 -> values.blanks();
      case 5 -> values.id();
      default -> oneOf(WORDS);
    };
  }

  /** Up to 40 characters of all that there are, half surrogate pairs included. */
  private String anyText() {
    var text = new StringBuilder();
    for (var i = random.nextInt(40); i > 0; i--) {
      text.append((char) (chance(70) ? random.nextInt(0x80) : random.nextInt(0x10000)));
    }
    return text.toString();
  }

  /** A text that a URL can carry. */
  String encoded() {
    var text = text();
    var shortened = text.substring(0, Math.min(text.length(), 1500));
    return URLEncoder.encode(shortened, StandardCharsets.UTF_8);
  }

  /** Words of the filter language in no order. */
  String filter() {
    var words = new ArrayList<String>();
    for (var i = random.nextInt(12); i >= 0; i--) {
      words.add(chance(90) ? oneOf(FILTERS) : text());
    }
    return String.join(chance(80) ? " " : "", words);
  }

  /** {@code json} with one to three things changed, sometimes no JSON any more. */
  byte[] mutated(String json) {
    if (chance(10)) {
      return broken(json.getBytes(StandardCharsets.UTF_8));
    }
    try {
      var tree = JSON.readTree(json);
      for (var i = random.nextInt(3); i >= 0; i--) {
        mutate(tree, 0);
      }
      return chance(5)
          ? JSON.writeValueAsBytes(value())
          : repeated(tree.toString()).getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  /** {@code json}, in which sometimes an object has one name twice, in any case. */
  private String repeated(String json) {
    var name = chance(10) ? MEMBER.matcher(json) : null;
    if (name == null || !name.find(random.nextInt(json.length()))) {
      return json;
    }
    var again = chance(30) ? name.group(1) : name.group(1).toUpperCase(Locale.ROOT);
    return json.substring(0, name.start())
        + "\"%s\":%s,".formatted(again, value())
        + json.substring(name.start());
  }

  /** A batch in a batch in a batch, at most so deep as JSON may be. */
  String nestedBatch() {
    var batch = "{\"requests\":[]}";
    for (var depth = random.nextInt(20); depth >= 0; depth--) {
      var request =
          """
          {"id":"%d","method":"POST","url":"%s","headers":{"Content-Type":"application/json"},"body":%s}"""
              .formatted(
                  depth, oneOf(List.of("/$batch", "$batch", "/%24batch", "/$batch?x")), batch);
      batch = "{\"requests\":[" + request + "]}";
    }
    return batch;
  }

  private byte[] broken(byte[] json) {
    for (var i = random.nextInt(4); i >= 0; i--) {
      json[random.nextInt(json.length)] = (byte) random.nextInt(256);
    }
    return chance(50) ? Arrays.copyOf(json, random.nextInt(json.length)) : json;
  }

  private void mutate(JsonNode node, int depth) {
    if (node instanceof ObjectNode object && !object.isEmpty()) {
      var names = new ArrayList<String>();
      object.fieldNames().forEachRemaining(names::add);
      var name = oneOf(names);
      if (depth < 6 && chance(60) && object.get(name).isContainerNode()) {
        mutate(object.get(name), depth + 1);
      } else if (chance(20)) {
        object.remove(name);
      } else if (chance(20)) {
        object.set(text(), object.get(name));
      } else if (chance(50) && object.get(name).isTextual()) {
        object.put(name, values.like(object.get(name).textValue()));
      } else {
        object.set(name, value());
      }
    } else if (node instanceof ArrayNode array) {
      if (!array.isEmpty() && chance(70)) {
        mutate(array.get(random.nextInt(array.size())), depth + 1);
      } else {
        array.add(value());
      }
    }
  }

  private JsonNode value() {
    return switch (random.nextInt(10)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(random.nextBoolean());
      case 2 -> NODES.numberNode(random.nextInt());
      case 3 -> NODES.numberNode(random.nextGaussian() * 1e300);
      case 4 -> NODES.numberNode(BigInteger.TWO.pow(1 + random.nextInt(200)));
      case 5 -> nested(random.nextInt(100));
      case 6 -> NODES.objectNode().put(text(), text());
      default -> NODES.textNode(text());
    };
  }

  private static JsonNode nested(int depth) {
    JsonNode node = NODES.arrayNode();
    for (var i = 0; i < depth; i++) {
      node = i % 2 == 0 ? NODES.arrayNode().add(node) : NODES.objectNode().set("scope", node);
    }
    return node;
  }
}
