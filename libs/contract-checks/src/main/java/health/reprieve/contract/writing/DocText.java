package health.reprieve.contract.writing;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import java.util.List;
import java.util.stream.Collectors;

/** What a comment says, as Markdown on one line for each paragraph. */
final class DocText {

    private DocText() {}

    static String of(List<? extends DocTree> parts) {
        return parts.stream()
                .map(DocText::of)
                .collect(Collectors.joining())
                .replaceAll("[ \\t]*\\n[ \\t]*", " ")
                .replaceAll(" *¶ *", "\n\n")
                .strip();
    }

    /** Up to the first full stop that ends a sentence. */
    static String firstSentence(String text) {
        var end = text.indexOf(". ");
        var paragraph = text.indexOf("\n\n");
        if (end < 0 || (paragraph >= 0 && paragraph < end)) {
            end = paragraph < 0 ? text.length() : paragraph;
        }
        var sentence = text.substring(0, end).strip();
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static String of(DocTree part) {
        return switch (part) {
            case TextTree text -> text.getBody();
            case LiteralTree code -> "`" + code.getBody().getBody() + "`";
            case LinkTree link ->
                link.getLabel().isEmpty() ? "`" + link.getReference().getSignature() + "`" : of(link.getLabel());
            case StartElementTree element when element.getName().contentEquals("p") -> "¶";
            default -> "";
        };
    }
}
