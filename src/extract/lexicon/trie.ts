/** A word of the vocabulary found in the text. */
export interface Hit<T> {
  start: number;
  end: number;
  entry: T;
}

interface Node<T> {
  next: Map<number, Node<T>>;
  entry: T | undefined;
}

/** Words with a value each, found all at once in one pass. */
export interface Trie<T> {
  /** Longest word at every position of [from, to), without those that lie inside a longer one. In order of start. */
  scan(text: string, from?: number, to?: number): Hit<T>[];
  /** The longest word that begins at `at`. */
  longestAt(text: string, at: number): Hit<T> | null;
}

/**
 * Builds a trie from words with values; a later value of the same word replaces the earlier.
 * Scanning costs text length times the longest word, whatever the text.
 */
export function buildTrie<T>(words: Iterable<readonly [string, T]>): Trie<T> {
  const root: Node<T> = { next: new Map(), entry: undefined };
  for (const [word, entry] of words) {
    let node = root;
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i);
      let child = node.next.get(code);
      if (!child) {
        child = { next: new Map(), entry: undefined };
        node.next.set(code, child);
      }
      node = child;
    }
    if (word !== '') node.entry = entry;
  }
  // Most characters begin no word: the first step is an array look-up.
  const firsts: (Node<T> | undefined)[] = new Array<Node<T> | undefined>(0x10000).fill(undefined);
  for (const [code, node] of root.next) firsts[code] = node;
  const longestAt = (text: string, at: number): Hit<T> | null => {
    let node = firsts[text.charCodeAt(at)];
    if (!node) return null;
    let found: Hit<T> | null = null;
    for (let end = at + 1; ; end++) {
      if (node.entry !== undefined) found = { start: at, end, entry: node.entry };
      node = node.next.get(text.charCodeAt(end));
      if (!node) return found;
    }
  };
  return {
    longestAt,
    scan(text, from = 0, to = text.length) {
      const hits: Hit<T>[] = [];
      let covered = from;
      for (let at = from; at < to; at++) {
        const hit = longestAt(text, at);
        if (!hit || hit.end <= covered || hit.end > to) continue;
        hits.push(hit);
        covered = hit.end;
      }
      return hits;
    },
  };
}
