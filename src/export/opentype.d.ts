/** What is used of the font parser, which brings no types. */
declare module 'opentype.js' {
  interface PathCommand {
    type: 'M' | 'L' | 'Q' | 'C' | 'Z';
    x?: number;
    y?: number;
    x1?: number;
    y1?: number;
    x2?: number;
    y2?: number;
  }
  interface Glyph {
    advanceWidth: number;
    /** Outline at a size, its baseline starting at x and y, y downwards. */
    getPath: (x: number, y: number, fontPx: number) => { commands: PathCommand[] };
  }
  interface Font {
    unitsPerEm: number;
    /** 0 where the font has no such character. */
    charToGlyphIndex: (character: string) => number;
    charToGlyph: (character: string) => Glyph;
    /** In units of the font. */
    getKerningValue: (left: Glyph, right: Glyph) => number;
  }
  /** Reads TrueType, OpenType and WOFF 1; throws on anything else. */
  function parse(file: ArrayBuffer): Font;
}
