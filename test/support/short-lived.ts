/**
 * The tests start dozens of databases that live for seconds or minutes: Java's second compiler would take a third of the
 * processor for code that is then thrown away.
 */
export const shortLived = { JDK_JAVA_OPTIONS: '-XX:TieredStopAtLevel=1' };
