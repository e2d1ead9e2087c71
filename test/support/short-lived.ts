/**
 * The tests start dozens of databases that live for seconds or minutes: Java's second compiler would take a third of the
 * processor for code that is then thrown away. Without it Java keeps 48 MB for code, of which a thousand plans take all: it
 * gets as much as with both compilers.
 */
export const shortLived = { JDK_JAVA_OPTIONS: '-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m' };
