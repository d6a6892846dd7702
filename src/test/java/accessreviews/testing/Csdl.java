package accessreviews.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A CSDL document, to which JSON can be held. */
public final class Csdl {
  private static final Pattern REFERENCE =
      Pattern.compile("(Collection\\()?(microsoft\\.)?graph\\.(\\w+)\\)?");

  private final Document document;
  private final Map<String, Element> types = new HashMap<>();

  private Csdl(Document document) {
    this.document = document;
    for (var kind : new String[] {"EntityType", "ComplexType", "EnumType"}) {
      for (var type : elements(document.getElementsByTagName(kind))) {
        types.put(type.getAttribute("Name"), type);
      }
    }
  }

  /** Reads {@code xml}; fails where it is not well-formed. */
  public static Csdl of(String xml) throws Exception {
    var stream = new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
    return new Csdl(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream));
  }

  /** The types that the document names and does not have. */
  public List<String> undefined() {
    var undefined = new TreeSet<String>();
    for (var element : elements(document.getElementsByTagName("*"))) {
      for (var attribute : new String[] {"Type", "BaseType"}) {
        var value = element.getAttribute(attribute);
        var reference = REFERENCE.matcher(value);
        var known =
            reference.matches()
                ? types.containsKey(reference.group(3))
                : value.matches("(Collection\\()?(Edm\\.\\w+)\\)?");
        if (!value.isEmpty() && !known) {
          undefined.add(value);
        }
      }
    }
    return List.copyOf(undefined);
  }

  /** Names of the children of {@code type} that are {@code kind}, such as NavigationProperty. */
  public List<String> named(String kind, String type) {
    return children(types.get(type), kind).stream().map(e -> e.getAttribute("Name")).toList();
  }

  /** How {@code json} differs from what the document says of {@code type}; annotations aside. */
  public List<String> differences(JsonNode json, String type) {
    var differences = new TreeSet<String>();
    compare(json, type, type, differences);
    return List.copyOf(differences);
  }

  private void compare(JsonNode json, String declared, String where, Set<String> differences) {
    var reference = REFERENCE.matcher(declared.contains(".") ? declared : "graph." + declared);
    if (json.isNull()) {
      return;
    }
    if (json.isArray()) {
      json.forEach(
          one ->
              compare(one, declared.replaceAll("Collection\\((.*)\\)", "$1"), where, differences));
    } else if (!reference.matches()) {
      if (!fits(json, declared)) {
        differences.add(where + " is no " + declared);
      }
    } else {
      compareTyped(json, reference, where, differences);
    }
  }

  private void compareTyped(
      JsonNode json, Matcher reference, String where, Set<String> differences) {
    var sent = json.path("@odata.type").asText("");
    var name = sent.isEmpty() ? reference.group(3) : sent.replace("#microsoft.graph.", "");
    var type = types.get(name);
    if (type == null) {
      differences.add(where + " has the unknown type " + name);
    } else if (type.getTagName().equals("EnumType")) {
      if (!named("Member", name).contains(json.asText())) {
        differences.add(where + " is no " + name);
      }
    } else {
      var properties = properties(type);
      properties.forEach(
          (property, of) -> {
            if (json.has(property)) {
              compare(json.get(property), of, name + "." + property, differences);
            } else {
              differences.add(name + "." + property + " is not on the wire");
            }
          });
      json.fieldNames()
          .forEachRemaining(
              field -> {
                if (!field.contains("@")
                    && !properties.containsKey(field)
                    && !type.getAttribute("OpenType").equals("true")) {
                  differences.add(name + "." + field + " is not in the document");
                }
              });
    }
  }

  private static boolean fits(JsonNode json, String type) {
    return switch (type) {
      case "Edm.Boolean" -> json.isBoolean();
      case "Edm.Int32" -> json.isInt();
      case "Edm.Date" -> json.asText().matches("\\d{4}-\\d\\d-\\d\\d");
      case "Edm.DateTimeOffset" -> json.asText().matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
      case "Edm.Duration" -> json.asText().matches("P.+");
      default -> json.isTextual();
    };
  }

  private Map<String, String> properties(@Nullable Element type) {
    var properties = new TreeMap<String, String>();
    for (var one = type; one != null; one = types.get(base(one))) {
      children(one, "Property")
          .forEach(e -> properties.put(e.getAttribute("Name"), e.getAttribute("Type")));
    }
    return properties;
  }

  private static String base(Element type) {
    return type.getAttribute("BaseType").replace("graph.", "");
  }

  private static List<Element> children(@Nullable Element parent, String kind) {
    var children = new ArrayList<Element>();
    if (parent != null) {
      for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
        if (node instanceof Element element && element.getTagName().equals(kind)) {
          children.add(element);
        }
      }
    }
    return children;
  }

  private static List<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }
}
