package accessreviews.evidence.verifier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The files of a package in the hands of somebody who changes them. */
final class Forgery {
  private final Signer signer;
  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private String status = "";
  private int size;

  Forgery(Signer signer) {
    this.signer = signer;
  }

  void put(String name, byte[] content) {
    files.put(name, content);
  }

  void put(String name, String content) {
    put(name, content.getBytes(UTF_8));
  }

  void remove(String name) {
    files.remove(name);
  }

  byte[] bytes(String name) {
    return files.getOrDefault(name, new byte[0]);
  }

  String text(String name) {
    return new String(bytes(name), UTF_8);
  }

  /** Flips one bit in the middle of a file. */
  void flip(String name) {
    var changed = bytes(name).clone();
    changed[changed.length / 2] ^= 1;
    put(name, changed);
  }

  void edit(String name, UnaryOperator<String> change) {
    var changed = change.apply(text(name));
    if (changed.equals(text(name))) {
      throw new IllegalArgumentException("nothing changed in " + name);
    }
    put(name, changed);
  }

  void replace(String name, String what, String with) {
    edit(name, text -> text.replace(what, with));
  }

  /** Changes the lines of a file, the first of which has the number 0. */
  void lines(String name, java.util.function.Consumer<List<String>> change) {
    edit(
        name,
        text -> {
          var end = text.contains("\r\n") ? "(?<=\r\n)(?!\\p{L}+ Nacht)" : "(?<=\n)";
          var lines = new ArrayList<>(Arrays.asList(text.split(end)));
          change.accept(lines);
          return String.join("", lines);
        });
  }

  void drop(String name, int line) {
    lines(name, lines -> lines.remove(line));
  }

  void twice(String name, int line) {
    lines(name, lines -> lines.add(line, lines.get(line)));
  }

  void swap(String name, int line) {
    lines(name, lines -> Collections.swap(lines, line, line + 1));
  }

  void insert(String name, int line, String inserted) {
    lines(name, lines -> lines.add(line, inserted));
  }

  /** Drops a line of the log and its proof. */
  void dropEntry(int line) {
    drop("log.jsonl", line);
    edit(
        "proofs.json",
        text -> {
          var proofs = new ArrayList<>(text.lines().toList());
          proofs.remove(1 + line);
          return String.join("\n", proofs).replaceAll(",\n]}", "\n]}") + "\n";
        });
  }

  /** Makes a manifest that fits the files, as anybody can. */
  void seal() {
    files.remove("manifest.json");
    put(
        "manifest.json",
        """
        {"versions":{"package":1,"service":"0.1"},"definitionId":"%s","instanceId":"%s",\
        "status":"%s","final":%s,"origin":"%s","verifierKey":"%s","checkpointSize":%d,
        "files":[
        %s]}
        """
            .formatted(
                Review.DEFINITION,
                Review.INSTANCE,
                status,
                List.of("Completed", "Applied").contains(status),
                signer.name(),
                signer.key(),
                size,
                files.keySet().stream().map(this::listed).collect(Collectors.joining(",\n"))));
  }

  private String listed(String name) {
    return "{\"name\":\"%s\",\"sha256\":\"%s\",\"size\":%d}"
        .formatted(name, HexFormat.of().formatHex(Merkle.hash(bytes(name))), bytes(name).length);
  }

  Forgery sealed(String status, int size) {
    this.status = status;
    this.size = size;
    seal();
    return this;
  }

  byte[] zip() {
    var zip = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(zip)) {
      for (var file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zip.toByteArray();
  }

  /** A ZIP with other names for files, of the same length, which no ZIP writer would write. */
  static byte[] renamed(byte[] zip, String from, String to, boolean everywhere) {
    var text = new String(zip, ISO_8859_1);
    return (everywhere
            ? text.replace(from, to)
            : text.substring(0, text.indexOf(from))
                + to
                + text.substring(text.indexOf(from) + from.length()))
        .getBytes(ISO_8859_1);
  }
}
