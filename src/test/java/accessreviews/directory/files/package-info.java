@org.jspecify.annotations.NullMarked
package accessreviews.directory.files;
