/** The search came to a limit before it knew whether there is a table at all, or which change is the least. */
export class SeatingUndecided extends Error {
  constructor() {
    super(
      'Expected the search for a table to come to an end, but it reached its limit before. Ask with fewer rules or fewer candidates.',
    );
    this.name = 'SeatingUndecided';
  }
}
