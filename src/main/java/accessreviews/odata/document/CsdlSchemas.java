package accessreviews.odata.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The types of a version's CSDL document as JSON schemas, by their names. */
final class CsdlSchemas {
  private static final Pattern TYPE =
      Pattern.compile("(Collection\\()?(?:(?:microsoft\\.)?graph\\.)?([\\w.]+)\\)?");
  private static final List<String> READ_ONLY =
      List.of("id", "status", "createdBy", "createdDateTime", "lastModifiedDateTime", "errors");

  private final String version;

  private CsdlSchemas(String version) {
    this.version = version;
  }

  /** The schemas of {@code version}, each by the name that {@link #name} gives it. */
  static Map<String, Schema> of(String version) {
    var schemas = new LinkedHashMap<String, Schema>();
    var csdl = new CsdlSchemas(version);
    for (var type : children(document(version).getDocumentElement(), "EnumType")) {
      schemas.put(name(version, type.getAttribute("Name")), enumeration(type));
    }
    for (var kind : new String[] {"ComplexType", "EntityType"}) {
      for (var type : children(document(version).getDocumentElement(), kind)) {
        schemas.put(name(version, type.getAttribute("Name")), csdl.structure(type));
      }
    }
    return schemas;
  }

  /** The name of the schema of a type: the versions have different ones. */
  static String name(String version, String type) {
    return version + ".microsoft.graph." + type;
  }

  private static Document document(String version) {
    var name = "/graph/metadata-" + version + ".xml";
    try (var xml = CsdlSchemas.class.getResourceAsStream(name)) {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(Objects.requireNonNull(xml, name));
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new IllegalStateException(name, e);
    }
  }

  private static Schema enumeration(Element type) {
    var schema = OASFactory.createSchema().addType(SchemaType.STRING);
    children(type, "Member").forEach(member -> schema.addEnumeration(member.getAttribute("Name")));
    return schema;
  }

  private Schema structure(Element type) {
    var schema = OASFactory.createSchema().addType(SchemaType.OBJECT);
    for (var property : children(type, "Property")) {
      var of = property(property.getAttribute("Type"));
      if (READ_ONLY.contains(property.getAttribute("Name"))
          && type.getTagName().equals("EntityType")) {
        of.setReadOnly(true);
      }
      schema.addProperty(property.getAttribute("Name"), of);
    }
    if (type.getTagName().equals("ComplexType") && hasSubtypes(type)) {
      schema.addProperty("@odata.type", OASFactory.createSchema().addType(SchemaType.STRING));
    }
    var base = type.getAttribute("BaseType").replace("graph.", "");
    return base.isEmpty()
        ? schema
        : OASFactory.createSchema().addAllOf(reference(base)).addAllOf(schema);
  }

  private static boolean hasSubtypes(Element type) {
    var base = "graph." + type.getAttribute("Name");
    return children(type.getOwnerDocument().getDocumentElement(), "ComplexType").stream()
        .anyMatch(other -> other.getAttribute("BaseType").equals(base));
  }

  private Schema property(String type) {
    var match = TYPE.matcher(type);
    if (!match.matches()) {
      throw new IllegalArgumentException(type);
    }
    var one = match.group(2).startsWith("Edm.") ? edm(match.group(2)) : reference(match.group(2));
    return match.group(1) == null
        ? one
        : OASFactory.createSchema().addType(SchemaType.ARRAY).items(one);
  }

  private Schema reference(String type) {
    return OASFactory.createSchema().ref(name(version, type));
  }

  private static Schema edm(String type) {
    var schema = OASFactory.createSchema();
    return switch (type) {
      case "Edm.Boolean" -> schema.addType(SchemaType.BOOLEAN);
      case "Edm.Int32" -> schema.addType(SchemaType.INTEGER).format("int32");
      case "Edm.Date" -> schema.addType(SchemaType.STRING).format("date");
      case "Edm.DateTimeOffset" -> schema.addType(SchemaType.STRING).format("date-time");
      case "Edm.Duration" -> schema.addType(SchemaType.STRING).format("duration");
      default -> schema.addType(SchemaType.STRING);
    };
  }

  private static List<Element> children(Element parent, String kind) {
    var found = parent.getElementsByTagName(kind);
    var children = new ArrayList<Element>();
    for (var i = 0; i < found.getLength(); i++) {
      children.add((Element) found.item(i));
    }
    return children;
  }
}
