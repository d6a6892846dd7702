package accessreviews;

<<<<<<< HEAD
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import jakarta.transaction.Transactional;

/** The rules of docs/adr/0001, as the compiler does not know them. */
@AnalyzeClasses(packages = "accessreviews", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule FEATURES_HAVE_NO_CYCLES =
      slices().matching("accessreviews.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule THE_WIRE_KNOWS_NO_FEATURE =
      noClasses()
          .that()
          .resideInAPackage("accessreviews.odata..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "accessreviews.definitions..",
              "accessreviews.instances..",
              "accessreviews.stages..",
              "accessreviews.scopes..",
              "accessreviews.reviewers..",
              "accessreviews.recurrence..",
              "accessreviews.emulator..",
              "accessreviews.identity..",
              "accessreviews.platform..");

  @ArchTest
  static final ArchRule REFUSALS_KNOW_NOTHING_BUT_THEMSELVES =
      classes()
          .that()
          .resideInAPackage("accessreviews.refusal..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("accessreviews.refusal..", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule PARENTS_DO_NOT_KNOW_CHILDREN =
      noClasses()
          .that()
          .resideInAPackage("accessreviews.definitions..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("accessreviews.instances..", "accessreviews.stages..");

  @ArchTest
  static final ArchRule INSTANCES_DO_NOT_KNOW_STAGES =
      noClasses()
          .that()
          .resideInAPackage("accessreviews.instances..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("accessreviews.stages..");

  @ArchTest
  static final ArchRule NOBODY_KNOWS_NOTIFICATIONS =
      noClasses()
          .that()
          .resideOutsideOfPackage("accessreviews.notifications..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("accessreviews.notifications..");

  @ArchTest
  static final ArchRule ONLY_RESOURCES_AND_THE_WIRE_SPEAK_HTTP =
      noClasses()
          .that()
          .resideOutsideOfPackage("accessreviews.odata..")
          .and()
          .haveSimpleNameNotEndingWith("Resource")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.ws.rs..");

  @ArchTest
  static final ArchRule RESOURCES_HAVE_NO_TRANSACTION =
      noMethods()
          .that()
          .areDeclaredInClassesThat()
          .haveSimpleNameEndingWith("Resource")
          .should()
          .beAnnotatedWith(Transactional.class);

  @ArchTest
  static final ArchRule ENTITIES_HAVE_VERBS_AND_NO_SETTERS =
      noMethods()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Entity.class)
          .should()
          .haveNameMatching("set[A-Z].*");

  @ArchTest
  static final ArchRule WHAT_TWO_CALLERS_CAN_CHANGE_HAS_A_VERSION =
      fields()
          .that()
          .haveName("version")
          .and()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Entity.class)
          .should()
          .beAnnotatedWith(Version.class);
=======
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
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
import io.quarkus.runtime.annotations.QuarkusMain;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.util.stream.Stream;
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
        onlyKnows("accessreviews.refusal..", "accessreviews.refusal.."),
        onlyKnows("accessreviews.odata..", "accessreviews.odata..", "accessreviews.refusal.."),
        nobodyElseKnows("accessreviews.notifications.."),
        nobodyElseKnows("accessreviews.emulator.."),
        noClasses()
            .that()
            .resideOutsideOfPackage("accessreviews.odata..")
            .and()
            .haveSimpleNameNotEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..", "io.vertx..")
            .as("HTTP is known by odata and resources only"),
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

  private static ArchRule nobodyElseKnows(String known) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(known)
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
>>>>>>> 5b0d84e119ef750b0fb1b0715f6e490080890aad
}
