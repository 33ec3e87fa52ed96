package dev.gill.index.lucene;

import dev.gill.index.IndexDamagedException;
import dev.gill.index.IndexException;
import dev.gill.index.IndexLayoutException;
import dev.gill.model.SourceId;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.LockObtainFailedException;

/** Says in one sentence what Lucene's exceptions mean to the person who runs Gill. */
final class Trouble {
  private Trouble() {}

  static IndexException opening(Object place, Exception cause) {
    return switch (cause) {
      case IndexNotFoundException none -> new IndexException(sentence(place, none), none);
      case CorruptIndexException _,
          EOFException _,
          FileNotFoundException _,
          NoSuchFileException _ ->
          new IndexDamagedException(damaged(place), cause);
      case IndexFormatTooNewException _, IllegalArgumentException _ ->
          new IndexLayoutException(newer(place), cause);
      case IndexFormatTooOldException _ -> new IndexLayoutException(older(place), cause);
      default -> new IndexException(sentence(place, cause), cause);
    };
  }

  private static String sentence(Object place, Exception cause) {
    return switch (cause) {
      case LockObtainFailedException e ->
          "the index in %s is in use by another Gill; stop it or set gill.data to another folder"
              .formatted(place);
      case IndexNotFoundException e ->
          "there is no index in %s yet; start Gill once, so that it builds one".formatted(place);
      case FileAlreadyExistsException e ->
          "the index cannot be kept in %s, which is a file; set gill.data to a folder"
              .formatted(place);
      default ->
          "the index in %s cannot be opened (%s); make the folder readable and writable, or set gill.data to another one"
              .formatted(place, said(cause));
    };
  }

  static IndexException reading(Object place, IOException cause) {
    return new IndexException(
        "the index in %s cannot be read (%s); check the disk, and start Gill again"
            .formatted(place, said(cause)),
        cause);
  }

  static IndexException writing(Object place, Throwable cause) {
    return new IndexException(
        "the index in %s cannot be written (%s); %s"
            .formatted(place, said(cause), remedy(said(cause))),
        cause);
  }

  private static String remedy(String said) {
    return said.contains("Too many open files")
        ? "let Gill open more of them, raise the limit (ulimit -n)"
        : "check that the disk has room and the folder is writable";
  }

  static IndexException refusing(SourceId source, RuntimeException cause) {
    return new IndexException(
        "the index refuses changes of source %s (%s); this is a fault in Gill or its model, report it"
            .formatted(source, said(cause)),
        cause);
  }

  /** A codec that Lucene does not know is one that it does not know yet. */
  private static String newer(Object place) {
    return "the index in %s was written by a newer Gill; start that one, or ./gill up builds a new one"
        .formatted(place);
  }

  private static String older(Object place) {
    return "the index in %s was written by an older Gill; ./gill up builds a new one"
        .formatted(place);
  }

  private static String damaged(Object place) {
    return "the index in %s is damaged; ./gill up builds a new one".formatted(place);
  }

  /** The first line of what an exception says; some file exceptions name nothing but the file. */
  static String said(Throwable cause) {
    String message = cause instanceof FileSystemException e ? e.getReason() : cause.getMessage();
    return message == null || message.isBlank()
        ? cause.getClass().getSimpleName()
        : message.strip().lines().findFirst().orElseThrow();
  }
}
