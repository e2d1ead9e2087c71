/** A package that cannot be imported or removed, through no fault of its rows. */
export class DatasetError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DatasetError';
  }
}
