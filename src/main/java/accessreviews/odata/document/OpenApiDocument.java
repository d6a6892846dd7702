package accessreviews.odata.document;

import accessreviews.odata.paths.DeclaredPaths;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/**
 * Makes the OpenAPI document of the service from that of the resources: each version has its own
 * paths and types, bodies have the types of the CSDL, and every operation has its refusals.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class OpenApiDocument implements OASFilter {
  private static final String SCHEMAS = "#/components/schemas/";
  private static final String ERROR = "error";
  private static final String VERSION = "/{version}";
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  private final DeclaredPaths declared;
  private CollectionPaths collections = new CollectionPaths(Map.of());

  /** For SmallRye, which knows in {@code classes} those that have resources among them. */
  public OpenApiDocument(IndexView classes) {
    declared =
        DeclaredPaths.of(
            classes.getAnnotations(Path.class).stream()
                .map(AnnotationInstance::target)
                .filter(target -> target.kind() == AnnotationTarget.Kind.CLASS)
                .<Class<?>>map(target -> loaded(target.asClass().name().toString()))
                .toList());
  }

  private static Class<?> loaded(String name) {
    try {
      return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    var schemas = new TreeMap<String, Schema>(document.getComponents().getSchemas());
    schemas.put(ERROR, error());
    collections = new CollectionPaths(document.getPaths().getPathItems());
    var described = OASFactory.createPaths();
    document
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) -> {
              if (!path.startsWith(VERSION)) {
                describe(path, item, item, "", schemas);
                described.addPathItem(path, item);
              }
            });
    for (var version : List.of("v1.0", "beta")) {
      schemas.putAll(CsdlSchemas.of(version));
      document
          .getPaths()
          .getPathItems()
          .forEach(
              (path, item) -> {
                if (path.startsWith(VERSION)) {
                  declared
                      .in(version, path)
                      .ifPresent(
                          called -> {
                            var own = OASFactory.createPathItem();
                            describe(path, item, own, version, schemas);
                            described.addPathItem(called, own);
                          });
                }
              });
    }
    document.setPaths(described);
    document.getComponents().setSchemas(ReachedSchemas.of(document, schemas));
  }

  /** Puts the operations of {@code declared} into {@code item}, as {@code version} has them. */
  private void describe(
      String path, PathItem declared, PathItem item, String version, Map<String, Schema> schemas) {
    var shown = shown(declared.getGET(), version, schemas);
    new LinkedHashMap<>(declared.getOperations())
        .forEach(
            (method, operation) -> {
              var own = OASFactory.createOperation();
              own.setSummary(Summaries.of(method, path, operation));
              own.setOperationId(
                  (version
                          + " "
                          + method.name().toLowerCase(Locale.ROOT)
                          + path.replace(VERSION, ""))
                      .strip()
                      .replaceAll("[^A-Za-z0-9.]+", "_")
                      .replaceAll("_$", ""));
              own.addTag(version.isEmpty() ? "service" : version);
              own.setParameters(parameters(path, operation));
              own.setRequestBody(operation.getRequestBody());
              own.setResponses(OASFactory.createAPIResponses());
              var lists = method == HttpMethod.GET && collections.contain(path);
              var answer =
                  lists
                      ? row(path, operation, version, schemas)
                      : shown(operation, version, schemas);
              answers(method, operation, answer, shown, lists, own);
              body(operation, own, shown == null ? answer : item(method, shown, answer));
              item.setOperation(method, own);
            });
  }

  private static List<Parameter> parameters(String path, Operation operation) {
    var parameters = new LinkedHashMap<String, Parameter>();
    var names = PARAMETER.matcher(path);
    while (names.find()) {
      parameters.put(
          names.group(1),
          OASFactory.createParameter()
              .name(names.group(1))
              .in(Parameter.In.PATH)
              .required(true)
              .schema(key(path)));
    }
    if (operation.getParameters() != null) {
      operation.getParameters().stream()
          .filter(parameter -> parameter.getIn() != Parameter.In.PATH)
          .forEach(parameter -> parameters.put(parameter.getName(), parameter));
    }
    parameters.remove("version");
    return List.copyOf(parameters.values());
  }

  /** Keys below the service roots are GUIDs. */
  private static Schema key(String path) {
    var text = OASFactory.createSchema().addType(SchemaType.STRING);
    return path.startsWith(VERSION) ? text.format("uuid") : text;
  }

  private static void answers(
      HttpMethod method,
      Operation declared,
      @Nullable Schema answer,
      @Nullable Schema shown,
      boolean lists,
      Operation own) {
    declared
        .getResponses()
        .getAPIResponses()
        .forEach(
            (status, response) -> {
              if (status.startsWith("2")) {
                var creates = method == HttpMethod.POST && shown != null;
                var told =
                    OASFactory.createAPIResponse()
                        .description(creates ? "Created" : response.getDescription());
                if (answer != null) {
                  told.setContent(json(lists ? page(answer) : answer));
                } else if (response.getContent() != null && !status.equals("204")) {
                  told.setContent(response.getContent());
                }
                own.getResponses().addAPIResponse(creates ? "201" : status, told);
              }
            });
    for (var status : new String[] {"4XX", "5XX"}) {
      own.getResponses()
          .addAPIResponse(
              status,
              OASFactory.createAPIResponse()
                  .description(status.equals("4XX") ? "Refused" : "Failed")
                  .content(json(OASFactory.createSchema().ref(ERROR))));
    }
  }

  /** A write takes the resource that its path shows; what is posted, the one that comes back. */
  private static @Nullable Schema item(HttpMethod method, Schema shown, @Nullable Schema answer) {
    return method == HttpMethod.POST ? answer : shown;
  }

  private static void body(Operation declared, Operation own, @Nullable Schema type) {
    var body = declared.getRequestBody();
    if (body != null) {
      var known = isOpaque(body.getContent()) ? type : schema(body.getContent());
      own.setRequestBody(
          OASFactory.createRequestBody()
              .required(true)
              .content(json(known == null || saysNothing(known) ? anObject() : known)));
    }
  }

  private static boolean saysNothing(Schema schema) {
    return schema.getRef() == null && schema.getType() == null && schema.getAllOf() == null;
  }

  private static Schema anObject() {
    return OASFactory.createSchema().addType(SchemaType.OBJECT);
  }

  private static boolean isOpaque(@Nullable Content content) {
    var schema = schema(content);
    return schema != null && "JsonBody".equals(name(schema));
  }

  private static @Nullable Schema schema(@Nullable Content content) {
    return content == null
        ? null
        : content.getMediaTypes().values().stream()
            .map(MediaType::getSchema)
            .filter(schema -> schema != null)
            .findFirst()
            .orElse(null);
  }

  /** The type that {@code operation} answers with, in its version's terms. */
  private static @Nullable Schema shown(
      @Nullable Operation operation, String version, Map<String, Schema> schemas) {
    if (operation == null || operation.getResponses() == null) {
      return null;
    }
    return operation.getResponses().getAPIResponses().entrySet().stream()
        .filter(response -> response.getKey().startsWith("2"))
        .map(response -> response.getValue().getContent())
        .filter(content -> content != null)
        .flatMap(content -> content.getMediaTypes().values().stream())
        .filter(media -> media.getSchema() != null)
        .map(media -> typed(media.getSchema(), version, schemas))
        .findFirst()
        .orElse(null);
  }

  private static Schema typed(Schema schema, String version, Map<String, Schema> schemas) {
    var name = name(schema);
    if (name != null && schemas.containsKey(CsdlSchemas.name(version, name))) {
      return OASFactory.createSchema().ref(CsdlSchemas.name(version, name));
    }
    return schema;
  }

  /** The type of the rows that {@code list} answers with: that of one row, where it has a name. */
  private @Nullable Schema row(
      String path, Operation list, String version, Map<String, Schema> schemas) {
    return collections
        .one(path)
        .map(one -> shown(one, version, schemas))
        .filter(type -> name(type) != null)
        .orElse(shown(list, version, schemas));
  }

  private static Schema page(Schema items) {
    return OASFactory.createSchema()
        .addType(SchemaType.OBJECT)
        .addProperty("@odata.context", OASFactory.createSchema().addType(SchemaType.STRING))
        .addProperty("@odata.count", OASFactory.createSchema().addType(SchemaType.INTEGER))
        .addProperty("@odata.nextLink", OASFactory.createSchema().addType(SchemaType.STRING))
        .addProperty("value", OASFactory.createSchema().addType(SchemaType.ARRAY).items(items));
  }

  static @Nullable String name(Schema schema) {
    var reference = schema.getRef();
    return reference == null ? null : reference.replace(SCHEMAS, "");
  }

  private static Content json(Schema schema) {
    return OASFactory.createContent()
        .addMediaType("application/json", OASFactory.createMediaType().schema(schema));
  }

  private static Schema error() {
    var inner = OASFactory.createSchema().addType(SchemaType.OBJECT);
    for (var name : List.of("code", "date", "request-id", "client-request-id")) {
      inner.addProperty(name, OASFactory.createSchema().addType(SchemaType.STRING));
    }
    var error = OASFactory.createSchema().addType(SchemaType.OBJECT);
    for (var name : List.of("code", "message", "target")) {
      error.addProperty(name, OASFactory.createSchema().addType(SchemaType.STRING));
    }
    error.addProperty("innerError", inner).addRequired("code").addRequired("message");
    return OASFactory.createSchema().addType(SchemaType.OBJECT).addProperty(ERROR, error);
  }
}
