/** A text in Spanish and in English; of its own here, because this folder imports nothing of the project. */
export interface Words {
  readonly es: string;
  readonly en: string;
}
