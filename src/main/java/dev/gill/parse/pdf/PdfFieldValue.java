package dev.gill.parse.pdf;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDCheckBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDChoice;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDRadioButton;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/** What is filled into a field of a form, in words; passwords are nobody's business. */
final class PdfFieldValue {
  private PdfFieldValue() {}

  /** Empty if nothing is, or if it is not for reading. */
  static String of(PDField field) {
    return switch (field) {
      case PDTextField words -> words.isPassword() ? "" : orEmpty(words.getValue());
      case PDCheckBox box -> box.isChecked() ? "yes" : "no";
      case PDRadioButton group -> chosen(group);
      case PDChoice choice -> chosen(choice);
      case PDSignatureField signature -> signer(signature.getSignature());
      default -> "";
    };
  }

  private static String orEmpty(String value) {
    return value == null ? "" : value;
  }

  /** A group names its choices by numbers where it has names to show for them. */
  private static String chosen(PDRadioButton group) {
    String value = orEmpty(group.getValue());
    List<String> names = group.getExportValues();
    if (value.equals("Off")) {
      return "";
    }
    boolean number = value.matches("\\d{1,4}") && Integer.parseInt(value) < names.size();
    return number ? names.get(Integer.parseInt(value)) : value;
  }

  private static String chosen(PDChoice choice) {
    List<String> exported = choice.getOptionsExportValues();
    List<String> shown = choice.getOptionsDisplayValues();
    List<String> values = new ArrayList<>();
    for (String value : choice.getValue()) {
      int at = exported.indexOf(value);
      values.add(at >= 0 && at < shown.size() ? shown.get(at) : value);
    }
    return String.join(", ", values);
  }

  private static String signer(PDSignature signature) {
    return signature == null
        ? ""
        : "signed" + (signature.getName() == null ? "" : " by " + signature.getName());
  }
}
