declare module 'lexrank.js' {
  interface Ranked {
    readonly weight: number;
    readonly text: string;
    readonly index: number;
  }
  /** Paragraphs of sentences. */
  export default function lexrank(text: string): readonly (readonly Ranked[])[];
}
