package accessreviews.patterns;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The regular expressions in the source of the service, as the compiler reads it. */
final class SourcePatterns {
  private static final Set<String> REPLACING = Set.of("replaceAll", "replaceFirst");
  private static final Set<String> SPLITTING = Set.of("split", "splitWithDelimiters");

  private SourcePatterns() {}

  /**
   * One place with a regular expression.
   *
   * @param file its simple name
   * @param source the argument as the source has it
   * @param pattern empty if the argument is put together while the service runs
   */
  record Place(String file, String source, Optional<String> pattern) {}

  /** The regular expressions of the files below {@code folders}. */
  static List<Place> in(Path... folders) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var places = new ArrayList<Place>();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      for (var folder : folders) {
        try (var files = Files.walk(folder)) {
          var sources = files.filter(file -> file.toString().endsWith(".java")).toList();
          var task =
              (JavacTask)
                  compiler.getTask(
                      null,
                      manager,
                      null,
                      List.of("-proc:none"),
                      null,
                      manager.getJavaFileObjectsFromPaths(sources));
          for (var file : task.parse()) {
            new Finder(places, file).scan(file, null);
          }
        }
      }
    }
    return places;
  }

  /** Collects the places of one file. */
  private static final class Finder extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final List<Place> places;
    private final String file;

    Finder(List<Place> places, CompilationUnitTree file) {
      this.places = places;
      var path = file.getSourceFile().getName();
      this.file = path.substring(path.lastIndexOf('/') + 1).replace(".java", "");
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void none) {
      if (call.getMethodSelect() instanceof MemberSelectTree method
          && isExpression(
              method.getExpression().toString(),
              method.getIdentifier().toString(),
              call.getArguments())) {
        add(call.getArguments().getFirst());
      }
      return super.visitMethodInvocation(call, null);
    }

    /**
     * Whether the first argument is a regular expression. A {@code Matcher} replaces with one
     * argument, and a {@code Pattern} splits what is no constant.
     */
    private static boolean isExpression(
        String receiver, String method, List<? extends ExpressionTree> arguments) {
      if (arguments.isEmpty()) {
        return false;
      }
      return switch (method) {
        case "compile" -> receiver.equals("Pattern");
        case "matches" -> true;
        default ->
            (REPLACING.contains(method) && arguments.size() == 2)
                || (SPLITTING.contains(method) && !receiver.startsWith("Pattern."));
      };
    }

    @Override
    public @Nullable Void visitAnnotation(AnnotationTree annotation, @Nullable Void none) {
      if (annotation.getAnnotationType().toString().endsWith("Pattern")) {
        for (var argument : annotation.getArguments()) {
          if (argument instanceof AssignmentTree named
              && named.getVariable().toString().equals("regexp")) {
            add(named.getExpression());
          }
        }
      }
      return super.visitAnnotation(annotation, null);
    }

    private void add(ExpressionTree argument) {
      places.add(new Place(file, argument.toString(), constant(argument)));
    }

    /** The value of a string that is a literal, or several of them. */
    private static Optional<String> constant(ExpressionTree argument) {
      return switch (argument) {
        case LiteralTree literal when literal.getValue() instanceof String text ->
            Optional.of(text);
        case ParenthesizedTree inner -> constant(inner.getExpression());
        case BinaryTree sum when sum.getKind() == Tree.Kind.PLUS ->
            constant(sum.getLeftOperand())
                .flatMap(left -> constant(sum.getRightOperand()).map(right -> left + right));
        default -> Optional.empty();
      };
    }
  }
}
