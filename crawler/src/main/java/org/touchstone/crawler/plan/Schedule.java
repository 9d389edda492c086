package org.touchstone.crawler.plan;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When a plan is due: five fields as cron has them (minute, hour, day of month, month, day of week), in a zone. A time that
 * a change of the clock skips comes at the next moment there is. Immutable.
 */
public final class Schedule {
    private static final CronParser PARSER = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

    private final String written;
    private final ZoneId zone;
    private final ExecutionTime times;

    private Schedule(String written, ZoneId zone, Cron cron) {
        this.written = written;
        this.zone = zone;
        times = ExecutionTime.forCron(cron);
    }

    /**
     * Reads a schedule.
     *
     * @param cron such as {@code 0 *&#47;6 * * *}
     * @param zone such as {@code Asia/Shanghai}
     * @throws IllegalArgumentException when one of them is none
     */
    public static Schedule of(String cron, String zone) {
        ZoneId place;
        try {
            place = ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "schedule.zone: expected a zone such as Asia/Shanghai, found '" + zone + "'", e);
        }
        try {
            return new Schedule(cron, place, PARSER.parse(cron).validate());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "schedule.cron: expected five fields such as '0 */6 * * *', found '" + cron + "' (" + e.getMessage()
                            + ")",
                    e);
        }
    }

    /** The first moment after the given one; empty when there is none. */
    public Optional<Instant> next(Instant after) {
        return times.nextExecution(after.atZone(zone)).map(ZonedDateTime::toInstant);
    }

    public ZoneId zone() {
        return zone;
    }

    /** As it was written. */
    @Override
    public String toString() {
        return written + " " + zone;
    }
}
