/**
 * A read query: its name, which tags the transaction in the database's log, and its constant text.
 * The type parameters say which parameters the text takes and which columns a row has, in the order of RETURN.
 */
export interface Query<Parameters extends object, Row extends readonly unknown[]> {
  readonly name: string;
  readonly text: string;
  /** Only for the compiler: no value exists at run time. */
  readonly types?: (parameters: Parameters) => Row;
}
