package accessreviews;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.qute.i18n.MessageBundle;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the packages of the service hang together. */
class ArchitectureTest {
  private static final JavaClasses SERVICE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("accessreviews");

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void theServiceKeepsItsRules(ArchRule rule) {
    rule.check(SERVICE);
  }

  static Stream<ArchRule> rules() {
    return Stream.of(
        slices().matching("accessreviews.(*)..").should().beFreeOfCycles(),
        slices().matching("accessreviews.(**)").should().beFreeOfCycles(),
        onlyKnows("accessreviews.refusal..", "accessreviews.refusal.."),
        onlyKnows("accessreviews.odata..", "accessreviews.odata..", "accessreviews.refusal.."),
        nobodyElseKnows("accessreviews.notifications.."),
        nobodyElseKnows("accessreviews.emulator.."),
        nobodyElseKnows("accessreviews.evidence.."),
        nobodyElseKnows("accessreviews.history.."),
        nobodyElseKnows("accessreviews.dev.."),
        noClasses()
            .that()
            .resideOutsideOfPackages(
                "accessreviews.life..",
                "accessreviews.notifications..",
                "accessreviews.evidence..",
                "accessreviews.portal..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("accessreviews.life..")
            .as("the life of a review is known by the rooms on top of it only"),
        noClasses()
            .that()
            .resideInAPackage("accessreviews.life..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("accessreviews.directory.*..")
            .as("the life of a review knows the port of the directory, and none of its rooms"),
        noClasses()
            .that()
            .resideInAPackage("accessreviews.decisions.items..")
            .should()
            .dependOnClassesThat(
                resideInAPackage("accessreviews.decisions..")
                    .and(resideOutsideOfPackage("accessreviews.decisions.items..")))
            .as("the rows of decisions know no sibling"),
        noClasses()
            .that()
            .resideOutsideOfPackages(
                "accessreviews.odata..",
                "accessreviews.portal..",
                "accessreviews.identity.browser..",
                "accessreviews.dev.signin..")
            .and()
            .haveSimpleNameNotEndingWith("Resource")
            .and()
            .haveSimpleNameNotEndingWith("Place") // the keys in a path
            .and()
            .doNotHaveSimpleName("CheckedTokens")
            .and()
            .doNotHaveSimpleName("IssuerOutage")
            .and()
            .doNotHaveSimpleName("Smtp")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..", "io.vertx..")
            .as(
                "HTTP is known by odata, resources, the portal and the check of tokens only, SMTP by one class"),
        noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.transaction..", "io.quarkus.narayana..")
            .as("transactions are the use cases', not the resources'"),
        methods()
            .that()
            .areDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Resource")
            .and()
            .arePublic()
            .should(notShow(describe("an entity", type -> type.isAnnotatedWith(Entity.class)))),
        methods()
            .that()
            .areDeclaredInClassesThat(stored())
            .should()
            .haveNameNotMatching("set[A-Z].*"),
        fields().that().areDeclaredInClassesThat(stored()).should().bePrivate(),
        classes()
            .that()
            .arePublic()
            .and()
            .areTopLevelClasses()
            .and()
            .haveSimpleNameNotEndingWith("Resource")
            .and()
            .areNotAnnotatedWith(QuarkusMain.class)
            .and()
            .areNotAnnotatedWith(ConfigMapping.class) // the validator reads some by reflection
            .and()
            .areNotAssignableTo(ConfigSourceFactory.class)
            .and()
            .areNotAssignableTo(SmallRyeConfigBuilderCustomizer.class) // found by the ServiceLoader
            .and()
            .areNotAssignableTo(OASFilter.class) // found by its annotation
            .and()
            .areNotAssignableTo(BuildCompatibleExtension.class) // found by the ServiceLoader
            .and()
            .areNotAnnotatedWith(MessageBundle.class) // implemented by Qute
            .and()
            .doNotHaveSimpleName("FilterOrder") // javac copies its constants
            .should(beNeededOutside()));
  }

  private static DescribedPredicate<JavaClass> stored() {
    return describe(
        "stored by Hibernate",
        type -> type.isAnnotatedWith(Entity.class) || type.isAnnotatedWith(Embeddable.class));
  }

  private static ArchRule onlyKnows(String knower, String... known) {
    return noClasses()
        .that()
        .resideInAPackage(knower)
        .should()
        .dependOnClassesThat(
            resideInAPackage("accessreviews..").and(resideOutsideOfPackages(known)));
  }

  /** The pages show everything there is. */
  private static ArchRule nobodyElseKnows(String known) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(known, "accessreviews.portal..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(known);
  }

  private static ArchCondition<JavaMethod> notShow(DescribedPredicate<JavaClass> what) {
    return new ArchCondition<>("not show " + what.getDescription()) {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        var shown = method.getReturnType().getAllInvolvedRawTypes().stream().anyMatch(what);
        events.add(
            new SimpleConditionEvent(method, !shown, method.getDescription() + " shows one"));
      }
    };
  }

  /** By another package, or by what is public in its own. */
  private static ArchCondition<JavaClass> beNeededOutside() {
    return new ArchCondition<>("be needed by another package, or by what is public") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        var needed =
            type.getDirectDependenciesToSelf().stream()
                .map(Dependency::getOriginClass)
                .anyMatch(
                    user ->
                        user.getModifiers().contains(JavaModifier.PUBLIC)
                            || !user.getPackage().equals(type.getPackage()));
        events.add(new SimpleConditionEvent(type, needed, type.getName() + " need not be public"));
      }
    };
  }
}
