import type { DocumentNode, OperationDefinitionNode } from 'graphql';

import { Remembered } from '../fields/remembered.ts';

/** An operation that was parsed, is valid, and is the one meant in its document. */
export interface KnownOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

const MOST = 500;
/** Letters. */
const LONGEST = 20_000;

/** The operations that Apollo has parsed and validated, of the texts that clients send again and again. */
export class KnownOperations {
  readonly #known = new Remembered<KnownOperation & { readonly name: string | undefined }>(MOST, LONGEST);

  /** What a text with this operation name means; undefined where it has not come like that before. */
  find(text: string, name: string | undefined): KnownOperation | undefined {
    const known = this.#known.get(text);
    return known?.name === name ? known : undefined;
  }

  remember(text: string, name: string | undefined, { document, operation }: KnownOperation): void {
    this.#known.keep(text, { document, operation, name });
  }
}
