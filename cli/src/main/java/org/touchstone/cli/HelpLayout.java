package org.touchstone.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.UsageMessageSpec;

/** How help looks: what the command is for, then examples, then usage and options. */
final class HelpLayout {
    private static final String EXAMPLES = "examples";

    private HelpLayout() {}

    static void apply(CommandLine line, Console console) {
        List<String> keys = new ArrayList<>(line.getHelpSectionKeys());
        keys.add(keys.indexOf(UsageMessageSpec.SECTION_KEY_HEADER) + 1, EXAMPLES);
        Map<String, IHelpSectionRenderer> renderers = new HashMap<>(line.getHelpSectionMap());
        renderers.put(EXAMPLES, help -> examples(help, console));
        renderers.put(UsageMessageSpec.SECTION_KEY_DESCRIPTION_HEADING, HelpLayout::blankLine);
        line.setHelpSectionMap(renderers);
        line.setHelpSectionKeys(keys);
        line.setUsageHelpLongOptionsMaxWidth(32);
        line.setUsageHelpWidth(Math.min(console.terminal().columns(), 120));
        line.setColorScheme(
                Help.defaultColorScheme(console.ansi(console.terminal().out())));
    }

    private static String blankLine(Help help) {
        return help.commandSpec().usageMessage().description().length == 0 ? "" : "\n";
    }

    /** The examples of {@code messages.properties}, under the command's qualified name. */
    private static String examples(Help help, Console console) {
        try {
            String text =
                    console.messages().bundle().getString(help.commandSpec().qualifiedName(".") + ".examples");
            return help.createHeading(console.text("help.examples")) + "  "
                    + text.strip().replace("\n", "\n  ") + "\n\n";
        } catch (MissingResourceException e) {
            return "";
        }
    }
}
