package accessreviews.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The manifests are what the types of the Kubernetes API have, and nothing else. */
class KubernetesManifestsTest {
  private static final Path MANIFESTS = Path.of("deploy", "kubernetes");
  private static final Map<String, Class<? extends HasMetadata>> KINDS =
      Map.of(
          "apps/v1 Deployment", Deployment.class,
          "v1 ConfigMap", ConfigMap.class,
          "v1 Service", Service.class,
          "networking.k8s.io/v1 Ingress", Ingress.class,
          "networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class,
          "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class);

  /** Fabric8's types keep what they don't know; here that is an error. */
  private static final ObjectMapper STRICT =
      new ObjectMapper(new YAMLFactory())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .setAnnotationIntrospector(
              new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                  return false;
                }
              });

  @ParameterizedTest
  @CsvSource({
    "configmap.yaml,           v1 ConfigMap",
    "deployment.yaml,          apps/v1 Deployment",
    "ingress.yaml,             networking.k8s.io/v1 Ingress",
    "networkpolicy.yaml,       networking.k8s.io/v1 NetworkPolicy",
    "poddisruptionbudget.yaml, policy/v1 PodDisruptionBudget",
    "service.yaml,             v1 Service"
  })
  void aManifestIsWhatItsTypeHas(String file, String kind) throws IOException {
    var manifest = read(MANIFESTS.resolve(file), kind);

    assertThat(manifest.getApiVersion() + " " + manifest.getKind()).isEqualTo(kind);
    assertThat(manifest.getMetadata().getName()).isEqualTo("access-reviews");
  }

  @Test
  void thereAreNoOthers() throws IOException {
    try (var files = Files.list(MANIFESTS)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "configmap.yaml",
              "deployment.yaml",
              "ingress.yaml",
              "networkpolicy.yaml",
              "poddisruptionbudget.yaml",
              "service.yaml");
    }
  }

  @Test
  void whatTheDeploymentNamesIsThere() throws IOException {
    var pods =
        ((Deployment) read(MANIFESTS.resolve("deployment.yaml"), "apps/v1 Deployment")).getSpec();
    var service = (Service) read(MANIFESTS.resolve("service.yaml"), "v1 Service");
    var budget =
        (PodDisruptionBudget)
            read(MANIFESTS.resolve("poddisruptionbudget.yaml"), "policy/v1 PodDisruptionBudget");
    var labels = pods.getTemplate().getMetadata().getLabels();

    assertThat(labels).containsAllEntriesOf(pods.getSelector().getMatchLabels());
    assertThat(labels).containsAllEntriesOf(service.getSpec().getSelector());
    assertThat(labels).containsAllEntriesOf(budget.getSpec().getSelector().getMatchLabels());
    var container = pods.getTemplate().getSpec().getContainers().getFirst();
    assertThat(container.getEnvFrom())
        .extracting(from -> from.getConfigMapRef().getName())
        .containsExactly("access-reviews");
    assertThat(container.getPorts()).extracting(port -> port.getName()).containsExactly("http");
    assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
    assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
  }

  @Test
  void callersReachTheApiAndThePortalAndNothingBelowQ() throws IOException {
    var ingress = (Ingress) read(MANIFESTS.resolve("ingress.yaml"), "networking.k8s.io/v1 Ingress");
    var policy =
        (NetworkPolicy)
            read(MANIFESTS.resolve("networkpolicy.yaml"), "networking.k8s.io/v1 NetworkPolicy");

    assertThat(ingress.getSpec().getRules())
        .flatExtracting(rule -> rule.getHttp().getPaths())
        .allSatisfy(path -> assertThat(path.getPathType()).isEqualTo("Prefix"))
        .extracting(path -> path.getPath())
        .containsExactlyInAnyOrder("/v1.0", "/beta", "/directory", "/reviews", "/webjars");
    assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
    assertThat(policy.getSpec().getEgress())
        .flatExtracting(rule -> rule.getPorts())
        .extracting(port -> port.getPort().getIntVal())
        .as("names, PostgreSQL, https and SMTP")
        .containsExactlyInAnyOrder(53, 53, 5432, 443, 587);
    assertThat(policy.getSpec().getIngress())
        .allSatisfy(rule -> assertThat(rule.getFrom()).isNotEmpty());
  }

  private static HasMetadata read(Path file, String kind) throws IOException {
    return STRICT.readValue(Files.readString(file), KINDS.get(kind));
  }
}
