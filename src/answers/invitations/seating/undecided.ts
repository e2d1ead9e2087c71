/** The search came to a limit before it knew whether there is a table at all. */
export class Undecided extends Error {
  constructor() {
    super(
      'Expected the search to tell whether a table keeps every rule, but it came to its limit before. Ask with fewer rules or fewer candidates.',
    );
    this.name = 'Undecided';
  }
}
