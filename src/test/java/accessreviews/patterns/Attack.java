package accessreviews.patterns;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for the input on which a regular expression takes the most steps: what the expression
 * matches, repeated, after something that it begins with, and before something that it does not end
 * with. Steps are the characters that are read; they are the same on every machine.
 */
final class Attack {
  private static final int LENGTH = 200;

  /** Twice the length takes twice the steps, and a few for the beginning and the end. */
  private static final double GROWTH = 2.6;

  /** Fewer steps for each character are not worth a second look. */
  private static final int FEW = 12;

  /** The characters of one class do the same. */
  private static final int FEW_OF_CLASS = 3;

  /** With more atoms than these, not every pair of them is tried before every end. */
  private static final int MANY = 10;

  private static final String NEVER = "\u0001";
  private static final String META = "()[]{}?*+|^$.\\";

  private final Pattern pattern;
  private final boolean anchored;

  /**
   * @param anchored whether the source only asks for a match of the whole text or of its beginning
   */
  Attack(Pattern pattern, boolean anchored) {
    this.pattern = pattern;
    this.anchored = anchored;
  }

  /** An input whose steps grow faster than its length; empty if none was found. */
  Optional<String> slowest() {
    var atoms = atoms(pattern.pattern());
    var ends = new ArrayList<>(List.of("", NEVER, "\n"));
    ends.addAll(atoms);
    var pairs = joined(atoms, atoms);
    var starts = new ArrayList<>(List.of(""));
    starts.addAll(atoms);
    return first(starts, pairs, atoms.size() > MANY ? ends.subList(0, MANY / 2) : ends)
        .or(() -> first(joined(atoms, atoms), atoms, ends))
        .or(() -> first(starts, atoms, ends));
  }

  private Optional<String> first(List<String> starts, List<String> units, List<String> ends) {
    for (var start : starts) {
      for (var unit : units) {
        for (var end : ends) {
          if (isSlow(start, unit, end)) {
            return Optional.of("'%s' '%s'* '%s'".formatted(start, unit, end));
          }
        }
      }
    }
    return Optional.empty();
  }

  private boolean isSlow(String start, String unit, String end) {
    var times = Math.max(1, LENGTH / unit.length());
    var twice = start + unit.repeat(2 * times) + end;
    var many = steps(twice);
    return many > (long) FEW * twice.length()
        && many > GROWTH * steps(start + unit.repeat(times) + end);
  }

  /** The steps of the way of matching that takes the most. */
  private long steps(String input) {
    var whole = steps(input, Matcher::matches);
    return anchored
        ? Math.max(whole, steps(input, Matcher::lookingAt))
        : Math.max(whole, steps(input, Matcher::find));
  }

  /** One way of matching. */
  private interface Way {
    boolean on(Matcher matcher);
  }

  private long steps(String input, Way way) {
    var counted = new Counted(input);
    var matcher = pattern.matcher(counted);
    try {
      while (way.on(matcher) && !anchored && matcher.end() < input.length()) {
        if (matcher.start() == matcher.end() && !matcher.find()) {
          break;
        }
      }
    } catch (TooMany e) {
      return Long.MAX_VALUE;
    }
    return counted.steps;
  }

  /** The characters and words that the expression names, and one of each class that it may name. */
  static List<String> atoms(String expression) {
    var atoms = new LinkedHashSet<>(List.of(" ", "a", "0"));
    var word = new StringBuilder();
    var inClass = false;
    var ofClass = 0;
    for (var i = 0; i < expression.length(); i++) {
      var c = expression.charAt(i);
      if (Character.isLetterOrDigit(c) && !inClass) {
        word.append(c);
        continue;
      }
      add(atoms, word);
      if (c == '\\' && i + 1 < expression.length()) {
        atoms.add(escaped(expression.charAt(++i)));
      } else if (c == '[' || c == ']') {
        inClass = c == '[';
        ofClass = 0;
      } else if (!Character.isLetterOrDigit(c)
          && (inClass ? c != '^' && ofClass++ < FEW_OF_CLASS : META.indexOf(c) < 0)) {
        atoms.add(String.valueOf(c));
      }
    }
    add(atoms, word);
    return List.copyOf(atoms);
  }

  private static void add(Set<String> atoms, StringBuilder word) {
    if (!word.isEmpty()) {
      atoms.add(word.toString());
      word.setLength(0);
    }
  }

  private static String escaped(char c) {
    return switch (c) {
      case 's', 'h', 'x' -> " ";
      case 'w', 'b' -> "a";
      case 'd' -> "0";
      case 'R', 'n' -> "\n";
      default -> String.valueOf(c);
    };
  }

  private static List<String> joined(List<String> left, List<String> right) {
    return left.stream().flatMap(one -> right.stream().map(other -> one + other)).toList();
  }

  /** The steps grew out of all bounds. */
  private static final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMany() {
      super(null, null, false, false);
    }
  }

  /** A text that counts how often one of its characters is read. */
  private static final class Counted implements CharSequence {
    private static final int MOST = 1_000;

    private final String text;
    private long steps;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++steps > (long) MOST * text.length()) {
        throw new TooMany();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
