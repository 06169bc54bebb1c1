package io.github.cxoneauthstub.samples.quickstart;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Lines of a page that say what a sample depends on, each below a comment that names the sample: its pom has them. */
final class SampleDependencies {
    private static final Pattern LINE = Pattern.compile("(?m)^<!-- dependencies of (\\S+) -->\\n.*$");
    private static final String DEPENDENCY = "/project/dependencies/dependency";
    /** The samples mark their packages with it, and nothing else needs it. */
    private static final String OURS = "[artifactId!='jspecify']";

    private SampleDependencies() {}

    /** The samples whose dependencies a page names. */
    static Iterable<String> samples(String page) {
        return LINE.matcher(page).results().map(line -> line.group(1)).toList();
    }

    /** The page with each line as the pom has it. */
    static String rewritten(String page) {
        return LINE.matcher(page).replaceAll(line -> Matcher.quoteReplacement(line(line.group(1))));
    }

    private static String line(String sample) {
        String pom = sample + "/pom.xml";
        String processors = names(pom, "//annotationProcessorPaths/path");
        return "<!-- dependencies of " + sample + " -->\n[" + pom + "](../" + pom + ") has "
                + names(pom, DEPENDENCY + "[not(scope)]" + OURS)
                + (processors.isEmpty() ? "" : ", the annotation processor " + processors)
                + ", and for its tests " + names(pom, DEPENDENCY + "[scope='test']" + OURS) + ".";
    }

    private static String names(String pom, String elements) {
        try {
            NodeList found = (NodeList) XPathFactory.newInstance()
                    .newXPath()
                    .evaluate(elements + "/artifactId", parsed(pom), XPathConstants.NODESET);
            return IntStream.range(0, found.getLength())
                    .mapToObj(each -> "`" + found.item(each).getTextContent() + "`")
                    .collect(Collectors.joining(", "));
        } catch (XPathExpressionException e) {
            throw new AssertionError(elements, e);
        }
    }

    private static Document parsed(String pom) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(Readme.ROOT.resolve(pom).toFile());
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("no pom " + pom, e);
        }
    }
}
