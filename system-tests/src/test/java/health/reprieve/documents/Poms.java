package health.reprieve.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What our own POMs name. */
final class Poms {

    private static final String MAVENS_OWN = "org.apache.maven.plugins";

    private Poms() {}

    /** All libraries, plugins and annotation processors of others that our POMs name, as {@code group:artifact}. */
    static Set<String> named() {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.find(
                Document.repository(),
                3,
                (file, _) -> file.endsWith("pom.xml") && !file.toString().contains("/target/"))) {
            files.forEach(pom -> named.addAll(named(pom)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return named;
    }

    private static Set<String> named(Path pom) {
        Set<String> named = new TreeSet<>();
        try {
            var document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
            for (String kind : new String[] {"dependency", "plugin", "path"}) {
                elements(document.getElementsByTagName(kind))
                        .filter(element ->
                                element.getElementsByTagName("artifactId").getLength() > 0)
                        .map(element -> child(element, "groupId", MAVENS_OWN) + ":" + child(element, "artifactId", ""))
                        .filter(name -> !name.startsWith("health.reprieve:"))
                        .forEach(named::add);
            }
            return named;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (SAXException | ParserConfigurationException unreadable) {
            throw new IllegalStateException(pom + " is no POM", unreadable);
        }
    }

    private static String child(Element element, String name, String otherwise) {
        return elements(element.getChildNodes())
                .filter(child -> child.getTagName().equals(name))
                .map(Node::getTextContent)
                .findFirst()
                .orElse(otherwise);
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }
}
