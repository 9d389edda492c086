package org.touchstone.benchmarks.register;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What comes before the root: the document type of TDXF 2.0, which each file of the office carries in itself. */
final class TdxfDtd {
    static final String ROOT = "trademark-applications-daily";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    /** The elements that hold others, in the order and number in which they hold them. */
    private static final String GROUPS = """
            trademark-applications-daily (version, creation-datetime, application-information)
            version (version-no, version-date)
            application-information (data-available-code | file-segments*)
            file-segments (file-segment*, action-keys*)
            action-keys (action-key*, case-file*)
            case-file (serial-number, registration-number?, transaction-date?, case-file-header?, case-file-statements?, \
            case-file-event-statements?, prior-registration-applications?, foreign-applications?, classifications?, \
            correspondent?, case-file-owners?, design-searches?, international-registration?, \
            madrid-international-filing-requests?)
            case-file-header (filing-date?, registration-date?, status-code?, status-date?, mark-identification?, \
            mark-drawing-code?, published-for-opposition-date?, amend-to-register-date?, abandonment-date?, \
            cancellation-code?, cancellation-date?, republished-12c-date?, domestic-representative-name?, \
            attorney-docket-number?, attorney-name?, INDICATORS, renewal-date?, \
            law-office-assigned-location-code?, current-location?, location-date?, employee-name?)
            case-file-statements (case-file-statement*)
            case-file-statement (type-code?, text*)
            case-file-event-statements (case-file-event-statement*)
            case-file-event-statement (code?, type?, description-text?, date?, number?)
            prior-registration-applications (other-related-in*, prior-registration-application*)
            prior-registration-application (relationship-type?, number?)
            foreign-applications (foreign-application*)
            foreign-application (filing-date?, registration-date?, registration-expiration-date?, \
            registration-renewal-date?, registration-renewal-expiration-date?, entry-number?, application-number?, \
            country?, other?, registration-number?, renewal-number?, foreign-priority-claim-in?)
            classifications (classification*)
            classification (international-code-total-no?, us-code-total-no?, international-code*, us-code*, status-code?, \
            status-date?, first-use-anywhere-date?, first-use-in-commerce-date?, primary-code?)
            correspondent (address-1?, address-2?, address-3?, address-4?, address-5?)
            case-file-owners (case-file-owner*)
            case-file-owner (entry-number?, party-type?, nationality?, legal-entity-type-code?, entity-statement?, \
            party-name?, address-1?, address-2?, city?, state?, country?, other?, postcode?, dba-aka-text?, \
            composed-of-statement?, name-change-explanation*)
            nationality (state | country | other)
            design-searches (design-search*)
            design-search (code?)
            international-registration (international-registration-number, international-registration-date, \
            international-publication-date, international-renewal-date, auto-protection-date, \
            international-death-date?, international-status-code, international-status-date, priority-claimed-in, \
            priority-claimed-date?, first-refusal-in)
            madrid-international-filing-requests (madrid-international-filing-record+)
            madrid-international-filing-record (entry-number, reference-number, original-filing-date-uspto, \
            international-registration-number?, international-registration-date?, international-status-code?, \
            international-status-date?, irregularity-reply-by-date?, international-renewal-date?, \
            madrid-history-events?)
            madrid-history-events (madrid-history-event+)
            madrid-history-event (code, date, description-text, entry-number)
            """;

    private TdxfDtd() {}

    /** The XML declaration and the document type with its internal subset, comments included. */
    static String prolog() {
        StringBuilder prolog = new StringBuilder("""
                <?xml version="1.0" encoding="utf-8"?>
                <!DOCTYPE trademark-applications-daily [
                <!-- The daily file's document type, V2.0 2005-04-01; the records that follow are invented.

                ****  Comments of the office's have "quotes" and it's <tags>, too  ****  -->
                """);
        Set<String> declared = new LinkedHashSet<>();
        Set<String> named = new LinkedHashSet<>();
        String groups = GROUPS.replace("INDICATORS", String.join("?, ", Header.INDICATORS) + "?");
        for (String group : groups.lines().toList()) {
            declared.add(group.substring(0, group.indexOf(' ')));
            Matcher names = NAME.matcher(group);
            while (names.find()) {
                named.add(names.group());
            }
            prolog.append("<!ELEMENT ").append(group).append(">\n");
        }
        named.removeAll(declared);
        named.forEach(name -> prolog.append("<!ELEMENT ").append(name).append(" (#PCDATA)>\n"));
        return prolog.append("]>\n").toString();
    }
}
