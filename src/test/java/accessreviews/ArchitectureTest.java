package accessreviews;

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
}
