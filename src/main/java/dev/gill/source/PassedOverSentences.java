package dev.gill.source;

import dev.gill.model.PassedOver.Reason;

/** What is said of one that is passed over, of a folder, and of several. */
final class PassedOverSentences {
  private static final String FORMAT = "Gill does not read this format.";

  private PassedOverSentences() {}

  static String one(Reason reason) {
    return switch (reason) {
      case LEADS_OUT ->
          "It is a link that leads out of the folder; set links=follow for this source to have it read.";
      case LINK ->
          "It is a link, and links in a Git repository are not followed; commit the file itself.";
      case RECYCLED -> "It was thrown away and is not read; move it out if it is still valid.";
      case BACKUP ->
          "It is a backup or a program's temporary file and is not read; give it another name if it is a document.";
      case CONFLICT_COPY ->
          "It is a conflict copy of a document beside it; merge the two and delete it.";
      case ENCRYPTED ->
          "What is said in it is encrypted and cannot be read; take to a room without encryption what Gill is to answer from.";
      case RESTRICTED ->
          "It hides from newcomers what was said before they came, so it is not read; let its history be visible to all members, or set newcomers of this source to true.";
      case WORDLESS -> "It is a picture that shows no words.";
      case SYSTEM -> "A file system or a synchronizer keeps it for itself, or it is no file.";
      case HIDDEN -> "It is hidden and is not read.";
      case EXCLUDED -> "The settings include and exclude of this source leave it out.";
      case FORMAT, PICTURE, RECORDING, ARCHIVE, PROGRAM -> FORMAT;
    };
  }

  /**
   * Of a folder that is not entered.
   *
   * @param held how many files are in it, such as {@code 3 files}; empty if nobody counted
   */
  static String folder(Reason reason, String held) {
    String with = held.isEmpty() ? "" : " with " + held;
    return switch (reason) {
      case RECYCLED ->
          "It is a recycle bin%s: what was thrown away is not read; move out what is still valid."
              .formatted(with);
      case BACKUP ->
          "It is a folder of backups or earlier versions%s, which are not read; move out what is still valid."
              .formatted(with);
      default -> one(reason);
    };
  }

  static String many(Reason reason) {
    return switch (reason) {
      case LEADS_OUT ->
          "They are links that lead out of the folder; set links=follow for this source to have them read.";
      case LINK ->
          "They are links, and links in a Git repository are not followed; commit the files themselves.";
      case RECYCLED ->
          "They are recycle bins: what was thrown away is not read; move out what is still valid.";
      case BACKUP ->
          "They are backups, earlier versions or programs' temporary files and are not read; give another name to one that is a document.";
      case CONFLICT_COPY ->
          "They are conflict copies of documents that stand beside them; merge each with its original and delete it.";
      case ENCRYPTED ->
          "What is said in them is encrypted and cannot be read; take to a room without encryption what Gill is to answer from.";
      case RESTRICTED ->
          "They hide from newcomers what was said before they came, so they are not read; let their history be visible to all members, or set newcomers of this source to true.";
      case WORDLESS -> "They are pictures that show no words.";
      case SYSTEM -> "A file system or a synchronizer keeps them for itself, or they are no files.";
      case HIDDEN -> "They are hidden and are not read.";
      case EXCLUDED -> "The settings include and exclude of this source leave them out.";
      case FORMAT, PICTURE, RECORDING, ARCHIVE, PROGRAM -> FORMAT;
    };
  }
}
